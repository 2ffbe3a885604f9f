/**
 * Values that HubSpot quotes amid a sentence. They are the user's own and may hold anything, also
 * the words around them, so a sentence that can be read in two ways is not read at all. Each is
 * read in one pass, because a value may be 65,536 characters long.
 */

/** A value of a unique property, and the record that has it already. */
export interface DuplicateValue {
  property: string;
  value: string;
  owner: string;
}

const COORDINATES = 'Cannot set PropertyValueCoordinates{';
const PROPERTY = 'propertyName=';
const VALUE = ', value=';
const OWNER = '} on ';

/**
 * Reads "Cannot set PropertyValueCoordinates{…, propertyName=sku, value=A-1} on 12. 34 already has
 * that value.": what stands in front of the value and behind it is HubSpot's own, and the value is
 * all that is between them.
 */
export function duplicateValue(message: string): DuplicateValue | undefined {
  if (!message.startsWith(COORDINATES)) return undefined;
  const nameAt = message.indexOf(PROPERTY) + PROPERTY.length;
  const valueAt = message.indexOf(VALUE, nameAt);
  const valueEnd = message.lastIndexOf(OWNER);
  if (nameAt < PROPERTY.length || valueAt < 0 || valueEnd < valueAt + VALUE.length) {
    return undefined;
  }
  const owner = /^\} on \d+\. (\d+) already has that value\.?\s*$/.exec(message.slice(valueEnd));
  if (owner?.[1] === undefined) return undefined;
  return {
    property: message.slice(nameAt, valueAt),
    value: message.slice(valueAt + VALUE.length, valueEnd),
    owner: owner[1],
  };
}

const OBJECTION = / was not (?:one of the allowed options|a valid)\b/g;

/**
 * Reads "abc was not a valid number" and the like. Quotation marks around the value may be its own
 * or HubSpot's.
 */
export function quotedValue(message: string): string | undefined {
  const [first, second] = message.matchAll(OBJECTION);
  if (first === undefined || second !== undefined) return undefined;
  const value = message.slice(0, first.index);
  return value.startsWith('"') || value.endsWith('"') ? undefined : value;
}
