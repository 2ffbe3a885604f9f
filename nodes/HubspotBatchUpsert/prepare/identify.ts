import { RECORD_ID } from '../hubspot/propertyDefinitions';
import type { RawItem } from '../input/items';
import { ownFailure, type Failure } from '../model/outcome';
import type { Operation, ValueRules } from '../model/settings';
import type { Target, TargetNames } from '../model/target';
import { Invalid, NeedsOptions } from '../values/conversion';
import { quote } from '../values/quote';
import { toIdText } from '../values/idValue';
import { isBlank } from '../values/plainValue';
import type { DecimalMarks } from './decimalMarks';
import { fieldsLike } from './matchFields';

export interface IdentifyRules extends ValueRules {
  operation: Operation;
  decimalMarks: DecimalMarks;
}

/** Object types are names, ids such as `0-8` or `2-3453932`, or `p1234567_machine`. */
const OBJECT_TYPE = /^[A-Za-z0-9_-]+$/;
const PROPERTY_NAME = /^[^\s\p{Cc}]+$/u;

/**
 * The id of the record that the item stands for.
 *
 * @param target What the item names as object type and idProperty.
 * @param fields The item's own, among which the user may have meant one.
 * @returns The id as HubSpot stores it, why there is none, or that it cannot be told yet.
 */
export function identify(
  item: RawItem,
  target: Target,
  rules: IdentifyRules,
  fields: object = item.values,
): string | Failure | NeedsOptions {
  const defect = targetDefect(target, rules.operation);
  if (defect) {
    const { property, value, reason } = defect;
    return ownFailure('INVALID_VALUE', reason, { property, value });
  }
  const property = target.idProperty;
  const given = isBlank(item.id) ? ownValue(item.values, property) : item.id;
  const definition = target.definitions?.get(property);
  rules.decimalMarks.note(item.index, definition, given);
  const text = toIdText(given, target, definition, rules);
  if (text === undefined) {
    const message = missingId(target, Object.hasOwn(item.values, property) ? {} : fields);
    return ownFailure('MISSING_ID', message, { property, value: given ?? null });
  }
  return text instanceof Invalid
    ? ownFailure('INVALID_VALUE', text.reason, { property, value: given })
    : text;
}

/** Can the text stand in a path as an object type? */
export function isObjectTypeName(text: string): boolean {
  return OBJECT_TYPE.test(text);
}

/** What is wrong with the names that say where a record belongs; undefined where nothing is. */
export function targetDefect(
  { objectType, idProperty }: TargetNames,
  operation: Operation = 'upsert',
): { property: keyof TargetNames; value: string; reason: string } | undefined {
  if (!isObjectTypeName(objectType)) {
    const reason = `${quote(objectType)} is not the name of an object type: choose one from the list, or enter a name such as line_items or 2-3453932`;
    return { property: 'objectType', value: objectType, reason };
  }
  if (!PROPERTY_NAME.test(idProperty)) {
    const reason =
      idProperty === ''
        ? 'No property is chosen to identify the records: choose one with unique values as ID property'
        : `${quote(idProperty)} is not the internal name of a property`;
    return { property: 'idProperty', value: idProperty, reason };
  }
  if (idProperty === RECORD_ID && operation === 'create') {
    const reason =
      'A record that is to be created has no record ID yet: choose another ID property, or the operation Update';
    return { property: 'idProperty', value: idProperty, reason };
  }
  return undefined;
}

/** Nobody is to fill in the values of a property that HubSpot would not take in the end. */
function missingId(
  { idProperty, usableIdProperties: usable, definitions, lookup }: Target,
  fields: object,
): string {
  const missing = `The record has no value of ${quote(idProperty)}`;
  if (lookup === 'key' && usable !== undefined && !usable.includes(idProperty)) {
    const names = usable.length > 0 ? `: set the ID property to one of ${usable.join(', ')}` : '';
    return `${missing}, and HubSpot does not find records by that property, because it is missing or its values are not unique${names}`;
  }
  const otherwise = 'or set the parameter ID Value';
  const [alike, ...others] = fieldsLike(idProperty, fields, definitions);
  if (alike === undefined) {
    return `${missing}, by which HubSpot would find it: fill that field of the item, ${otherwise}`;
  }
  if (others.length > 0) {
    return `${missing}; ${severalAlike([alike, ...others])}: keep only one of them, ${otherwise}`;
  }
  return isBlank(ownValue(fields, alike))
    ? `${missing}, because the field ${quote(alike)} is empty: fill it, ${otherwise}`
    : `${missing}; the field ${quote(alike)} looks like it: rename it to ${quote(idProperty)}, ${otherwise}`;
}

/** As in: both fields "SKU" and "Sku" could be meant. */
function severalAlike(fields: readonly string[]): string {
  const names = fields.map((field) => quote(field));
  const listed = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `${fields.length === 2 ? 'both' : 'each of the'} fields ${listed} could be meant`;
}

function ownValue(values: object, name: string): unknown {
  return Object.hasOwn(values, name) ? (values as Record<string, unknown>)[name] : undefined;
}
