import type { PropertyDefinition } from '../../hubspot/properties/definition';
import type { Cell } from '../file/sheet';
import { optionsOf, truthOf } from './choices';
import { readMoment } from './dateTime';
import { digitsOf, readNumber } from './number';
import { trimmed } from './trimmed';
import type { ValueRules } from './valueRules';

const LONGEST_TEXT = 65_536;

/**
 * What HubSpot would hold for a cell, in one spelling for equal values (`2.50` is `2.5`, options are
 * sorted); undefined where the node has to refuse it. It takes all that the node takes, but shares no
 * code with it: the node's mistakes must not pass for HubSpot's values.
 *
 * @param held What the record holds before, which a leading `;` adds to.
 */
export function storedValue(
  cell: Cell,
  definition: PropertyDefinition,
  rules: ValueRules,
  held = '',
): string | undefined {
  const text = textOf(cell);
  if (text === undefined) return undefined;
  const bare = trimmed(text);
  switch (definition.type) {
    case 'number':
      return readNumber(cell, rules);
    case 'date':
      return readMoment(cell, rules)?.day;
    case 'datetime':
      return readMoment(cell, rules)?.iso;
    case 'bool':
      return truthOf(bare, definition);
    case 'enumeration':
      return definition.fieldType === 'booleancheckbox'
        ? truthOf(bare, definition)
        : optionsOf(bare, definition, held);
    default:
      return text.length > LONGEST_TEXT ? undefined : holdsAddress(definition) ? bare : text;
  }
}

/** Does a cell say nothing about the property, so that HubSpot's value stays as it is? */
export function isEmpty(cell: Cell): boolean {
  return typeof cell === 'string' && trimmed(cell) === '';
}

/** A number's digits, where they are all known. */
function textOf(cell: Cell): string | undefined {
  return typeof cell === 'number' ? digitsOf(cell) : String(cell);
}

/** Around an e-mail address and a phone number, nothing is kept. */
function holdsAddress({ name, type, fieldType }: PropertyDefinition): boolean {
  if (type === 'phone_number' || fieldType === 'phonenumber') return true;
  return type === 'string' && (name === 'email' || name.endsWith('_email'));
}
