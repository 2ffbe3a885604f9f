import type { PropertyDefinition } from '../hubspot/properties/definition';
import { momentOf } from './moment';
import { plainNumber } from './plainNumber';
import { storedOptions, storedTruth } from './storedChoice';
import { trimmed } from './trimmed';

const LONGEST_TEXT = 65_536;

/**
 * What HubSpot would hold for a cell's text, in one spelling for equal values (`2.50` is `2.5`,
 * options are sorted); undefined where the node has to refuse it. It takes all that the node takes,
 * but shares no code with it: the node's mistakes must not pass for HubSpot's values.
 *
 * @param held What the record holds before, which a leading `;` adds to.
 */
export function storedValue(
  text: string,
  definition: PropertyDefinition,
  held = '',
): string | undefined {
  const bare = trimmed(text);
  switch (definition.type) {
    case 'number':
      return plainNumber(bare);
    case 'date':
      return momentOf(bare)?.day;
    case 'datetime':
      return momentOf(bare)?.iso;
    case 'bool':
      return storedTruth(bare, definition);
    case 'enumeration':
      return definition.fieldType === 'booleancheckbox'
        ? storedTruth(bare, definition)
        : storedOptions(bare, definition, held);
    default:
      return text.length > LONGEST_TEXT ? undefined : holdsAddress(definition) ? bare : text;
  }
}

/** Does a text say nothing about the property, so that HubSpot's value stays as it is? */
export function isEmpty(text: string, definition: PropertyDefinition): boolean {
  const { type } = definition;
  return type === 'string' && !holdsAddress(definition) ? text === '' : trimmed(text) === '';
}

/** Around an e-mail address and a phone number, nothing is kept. */
function holdsAddress({ name, type, fieldType }: PropertyDefinition): boolean {
  if (type === 'phone_number' || fieldType === 'phonenumber') return true;
  return type === 'string' && (name === 'email' || name.endsWith('_email'));
}
