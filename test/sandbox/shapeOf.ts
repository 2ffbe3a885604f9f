const INVALID_VALUES = /^(Property values were not valid: )(\[.*\])$/s;

/** A placeholder that stands in a sample where HubSpot writes a number. */
const PLACEHOLDER = /\{HubId\}/g;

/**
 * What an answer is made of, without what it says: types in the place of values, all the way down,
 * also in the JSON that HubSpot puts into messages. Lists are known by their first element, and
 * property values, whose names are the account's own, by one.
 */
export function shapeOf(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map((element) => shapeOf(element));
  if (typeof value === 'string') return shapeOfText(value);
  if (typeof value !== 'object' || value === null) return typeof value;
  const entries = Object.entries(value);
  if (name === 'properties') return { any: shapeOf(entries[0]?.[1]) };
  return Object.fromEntries(entries.map(([field, inner]) => [field, shapeOf(inner, field)]));
}

function shapeOfText(text: string): unknown {
  const [, words, json] = INVALID_VALUES.exec(text) ?? [];
  if (json === undefined) return 'string';
  return { [words ?? '']: shapeOf(JSON.parse(json.replace(PLACEHOLDER, '1'))) };
}
