import { areOptionsUnlisted, holdsOwners, holdsPipelines } from '../hubspot/optionSource';
import type { PropertyDefinition } from '../hubspot/types';
import type { ValueRules } from '../model/settings';
import { toBooleanText } from './booleanValue';
import { Invalid, NeedsOptions, type ConversionResult } from './conversion';
import { quote } from './quote';
import { notADate } from './dates/moment';
import { toDateText, toDateTimeText } from './dates/dateValue';
import { notANumber } from './numberRefusals';
import { toNumberText } from './numberValue';
import { isMultiSelect, toOptionText } from './optionValue';
import { toOwnerText } from './ownerValue';
import { isBlank, toPlainValue, type Plain } from './plainValue';
import { scalarText } from './scalar';
import type { Scalar } from './scalarForm';
import { toTextValue } from './textValue';

/** HubSpot's limit for a text property, in characters. */
const MAX_TEXT_LENGTH = 65_536;

/**
 * Turns a value of an item into the text that HubSpot stores for the property. Undefined is absent
 * and leaves HubSpot's value alone; null, `''` and `[]` are empty.
 *
 * @param value Anything that can stand in an item: JSON, a Date, a Luxon DateTime.
 * @param definition The property, or undefined where HubSpot's definitions could not be read; the
 *   value is then only put into text.
 */
export function toPropertyText(
  value: unknown,
  definition: PropertyDefinition | undefined,
  rules: ValueRules,
): ConversionResult | NeedsOptions {
  const plain = toPlainValue(value);
  if (plain === undefined || plain instanceof Invalid) return plain;
  if (isBlank(plain)) return rules.emptyValues === 'clear' ? '' : undefined;
  return limitLength(
    Array.isArray(plain) ? fromList(plain, definition, rules) : fromPlain(plain, definition, rules),
  );
}

function fromPlain(
  value: Plain,
  definition: PropertyDefinition | undefined,
  rules: ValueRules,
): ConversionResult | NeedsOptions {
  return value === null
    ? new Invalid('An empty entry in a list is not a value that HubSpot can store')
    : fromScalar(value, definition, rules);
}

function fromList(
  list: Plain[],
  definition: PropertyDefinition | undefined,
  rules: ValueRules,
): ConversionResult | NeedsOptions {
  const [only = null, ...more] = list;
  const takesSeveral = definition !== undefined && isMultiSelect(definition);
  if (more.length === 0 && !takesSeveral) return fromPlain(only, definition, rules);
  const texts: string[] = [];
  for (const entry of list) {
    const text = fromPlain(entry, undefined, rules);
    if (typeof text === 'object') return text;
    texts.push(text ?? '');
  }
  if (definition === undefined) return texts.join(';');
  return definition.type === 'enumeration'
    ? toChoice(texts, definition)
    : new Invalid(`${quote(texts.join(', '))} are several values, and this property takes one`);
}

function fromScalar(
  value: Scalar,
  definition: PropertyDefinition | undefined,
  rules: ValueRules,
): ConversionResult | NeedsOptions {
  if (definition !== undefined && holdsOwners(definition)) return toOption(value, definition);
  switch (definition?.type) {
    case 'number':
      return isQuantity(value) ? toNumberText(value, rules) : notANumber(value);
    case 'date':
      return isMoment(value) ? toDateText(value, rules) : notADate(value);
    case 'datetime':
      return isMoment(value) ? toDateTimeText(value, rules) : notADate(value);
    case 'bool':
      return toBooleanText(value, definition);
    case 'enumeration':
      return definition.fieldType === 'booleancheckbox'
        ? toBooleanText(value, definition)
        : toOption(value, definition);
    default:
      return toTextValue(value, definition);
  }
}

function toOption(value: Scalar, definition: PropertyDefinition): ConversionResult | NeedsOptions {
  const text = scalarText(value);
  return text instanceof Invalid ? text : toChoice(text, definition);
}

function toChoice(
  value: string | readonly string[],
  definition: PropertyDefinition,
): ConversionResult | NeedsOptions {
  if (holdsOwners(definition)) return toOwnerText(value, definition);
  const { asked } = definition;
  return asked === undefined && holdsPipelines(definition) && areOptionsUnlisted(definition)
    ? new NeedsOptions('pipelines')
    : toOptionText(value, definition);
}

function limitLength(converted: ConversionResult | NeedsOptions): ConversionResult | NeedsOptions {
  if (typeof converted !== 'string' || converted.length <= MAX_TEXT_LENGTH) return converted;
  const length = converted.length.toLocaleString('en');
  return new Invalid(`The text has ${length} characters, and HubSpot stores 65,536 at most`);
}

function isQuantity(value: Scalar): value is string | number | bigint {
  return typeof value !== 'boolean' && !(value instanceof Date);
}

function isMoment(value: Scalar): value is string | number | Date {
  return typeof value !== 'boolean' && typeof value !== 'bigint';
}
