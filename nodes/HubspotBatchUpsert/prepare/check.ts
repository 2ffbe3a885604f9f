import type { IDataObject } from 'n8n-workflow';
import { isWritable, type PropertyDefinitions } from '../hubspot/propertyDefinitions';
import type { ErrorDetail, PropertyValues } from '../hubspot/types';
import type { RawItem } from '../input/items';
import type { InputNotes } from '../model/inputNotes';
import { ownFailure, type Failure, type OwnCategory } from '../model/outcome';
import type { LeftOut, RecordInput } from '../model/record';
import type { Settings } from '../model/settings';
import type { Target } from '../model/target';
import { Invalid } from '../values/conversion';
import { quote } from '../values/quote';
import { normalizeId } from '../values/idValue';
import { isBlank } from '../values/plainValue';
import { isReadOtherwise } from '../values/readOtherwise';
import { asItemValue } from '../values/scalar';
import { toPropertyText } from '../values/propertyValue';
import type { IdentifyRules } from './identify';
import { NO_OTHER_NAMES, type MatchedFields } from './matchFields';

export interface CheckRules
  extends IdentifyRules, Pick<Settings, 'fieldNames' | 'invalidValues' | 'unknownFields'> {
  mapsAutomatically: boolean;
}

/** Something in one item that HubSpot would not take. */
export interface Defect {
  category: OwnCategory & ('UNKNOWN_PROPERTY' | 'INVALID_VALUE');
  property: string;
  value: unknown;
  reason: string;
}

/**
 * Turns what an item asks for into a record that HubSpot can store, or says everything that is
 * wrong with it at once.
 *
 * @param id The record's, as `identify` tells it.
 * @param fieldNames Of values whose field is not named like the property.
 */
export function check(
  item: RawItem,
  id: string,
  target: Target,
  rules: CheckRules,
  notes: InputNotes,
  fieldNames: MatchedFields['fieldNames'] = NO_OTHER_NAMES,
): RecordInput | Failure {
  const { idProperty, definitions } = target;
  const properties: PropertyValues = {};
  const defects: Defect[] = [];
  const leftOut: LeftOut[] = [];
  for (const property in item.values) {
    if (!Object.hasOwn(item.values, property)) continue;
    if (property === idProperty && isBlank(item.id)) continue;
    const value = item.values[property];
    if (value === undefined && rules.mapsAutomatically) continue;
    const checked = checkValue(property, value, item.index, definitions, rules);
    if (checked === undefined) continue;
    if (typeof checked !== 'string') {
      if (isLeftOut(checked, idProperty, rules)) leftOut.push(toLeftOut(checked));
      else defects.push(checked);
      continue;
    }
    if (isReadOtherwise(value, checked, definitions?.get(property))) {
      notes.noteRead(property, value, checked);
    }
    if (property !== idProperty || renames(checked, target, id)) {
      put(properties, property, checked);
    }
  }
  if (defects[0]) return describe(defects[0], defects, fieldNames);
  notes.noteUndecoded(properties);
  const input: RecordInput = { target, id, index: item.index, properties, traceId: item.traceId };
  if (leftOut.length > 0) input.leftOut = leftOut;
  return input;
}

/** A record is written without what HubSpot could not store, but never under another key. */
function isLeftOut(
  { category, property }: Defect,
  idProperty: string,
  { invalidValues }: CheckRules,
): boolean {
  return invalidValues === 'leaveOut' && category === 'INVALID_VALUE' && property !== idProperty;
}

function toLeftOut({ property, value, reason }: Defect): LeftOut {
  return { property, value: asItemValue(value), reason };
}

/** Fields come from anywhere, also under the one name that means something to every object. */
function put(properties: PropertyValues, name: string, value: string): void {
  if (name !== '__proto__') properties[name] = value;
  else Object.defineProperty(properties, name, { value, enumerable: true });
}

/** The text to send, a defect, or undefined where nothing is to be sent. */
function checkValue(
  property: string,
  value: IDataObject[string],
  index: number,
  definitions: PropertyDefinitions,
  rules: CheckRules,
): string | Defect | undefined {
  const definition = definitions?.get(property);
  if (definitions && !(definition && isWritable(definition))) {
    const fate = rules.mapsAutomatically ? rules.unknownFields : 'reject';
    if (fate !== 'send') {
      const reason = definition
        ? `HubSpot does not let the property ${quote(property)} be written`
        : `HubSpot has no property ${quote(property)} for this object type`;
      return { category: 'UNKNOWN_PROPERTY', property, value, reason };
    }
  }
  rules.decimalMarks.note(index, definition, value);
  const converted = toPropertyText(value, definition, rules);
  return converted instanceof Invalid
    ? { category: 'INVALID_VALUE', property, value, reason: converted.reason }
    : converted;
}

/** Does the write give the record another value of the property that identifies it? */
function renames(value: string, target: Target, id: string): boolean {
  return value !== '' && normalizeId(target, value) !== id;
}

/** The failure of an item that has these defects. */
export function describe(
  first: Defect,
  all: Defect[],
  fieldNames: MatchedFields['fieldNames'] = NO_OTHER_NAMES,
): Failure {
  const errors = all.map(({ category, property, reason }): ErrorDetail => ({
    message: reason,
    code: category,
    context: { propertyName: [property] },
  }));
  const message = all
    .map(({ property, reason }) => `${shownName(property, fieldNames.get(property))}: ${reason}`)
    .join('. ');
  const { category, property, value } = first;
  return ownFailure(category, message, { property, value, code: category, errors });
}

/** The property, after the field of the item where that is named otherwise. */
function shownName(property: string, field: string | undefined): string {
  return field === undefined ? property : `${quote(field)} (${property})`;
}
