import type { PropertyDefinition } from '../hubspot/properties/definition';
import { momentOf } from './moment';
import { plainNumber } from './plainNumber';

const LONGEST_TEXT = 65_536;
const SEPARATOR = ';';

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
  const trimmed = text.trim();
  switch (definition.type) {
    case 'number':
      return plainNumber(trimmed);
    case 'date':
      return momentOf(trimmed)?.day;
    case 'datetime':
      return momentOf(trimmed)?.iso;
    case 'bool':
      return truthOf(trimmed);
    case 'enumeration':
      return definition.fieldType === 'booleancheckbox'
        ? truthOf(trimmed)
        : optionsOf(trimmed, definition, held);
    default:
      return text.length > LONGEST_TEXT ? undefined : text;
  }
}

/** Does a text say nothing about the property, so that HubSpot's value stays as it is? */
export function isEmpty(text: string, { type }: PropertyDefinition): boolean {
  return type === 'string' ? text === '' : text.trim() === '';
}

function truthOf(text: string): string | undefined {
  return { true: 'true', '1': 'true', false: 'false', '0': 'false' }[text.toLowerCase()];
}

/** Several options where the property is of checkboxes; empty ones between two `;` are nothing. */
function optionsOf(text: string, definition: PropertyDefinition, held: string) {
  const { fieldType, options, externalOptions } = definition;
  const isKnown = (value: string) =>
    externalOptions || options.length === 0 || options.some((option) => option.value === value);
  if (fieldType !== 'checkbox') return isKnown(text) ? text : undefined;
  const chosen = listOf(text);
  if (!chosen.every(isKnown)) return undefined;
  const kept = text.startsWith(SEPARATOR) ? listOf(held) : [];
  return [...new Set([...kept, ...chosen])].sort().join(SEPARATOR);
}

function listOf(text: string): string[] {
  return text
    .split(SEPARATOR)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
