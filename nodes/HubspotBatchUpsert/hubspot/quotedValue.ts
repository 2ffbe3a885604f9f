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

/** `in` of a detail names the property as HubSpot does; the sentence may have its label. */
const TAKEN = /^An? .{1,60}? with (\S+) (.+) already exists\. Existing ID: (\d+)\.?\s*$/s;

/** Reads "A contact with email x already exists. Existing ID: 377". */
export function takenValue(message: string, property?: string): DuplicateValue | undefined {
  const [, name, value, owner] = TAKEN.exec(message) ?? [];
  if (name === undefined || value === undefined || owner === undefined) return undefined;
  return { property: property ?? name, value, owner };
}

const EXISTING = /\balready exists\b\W{1,3}Existing ID:? (\d+)/i;

/** Reads "Contact already exists. Existing ID: 377". */
export function existingId(message: string): string | undefined {
  return EXISTING.exec(message)?.[1];
}

const INVALID_EMAIL = /^Email address (.+) is invalid\.?\s*$/s;

/** Reads "Email address x is invalid". */
export function invalidEmail(message: string): string | undefined {
  return INVALID_EMAIL.exec(message)?.[1];
}

const OBJECTION = / was not (?:one of the allowed options|a valid)\b/g;

/** Is the sentence one of those that `quotedValue` reads, or can be read in two ways? */
export function objectsToValue(message: string): boolean {
  return message.search(OBJECTION) >= 0;
}

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
