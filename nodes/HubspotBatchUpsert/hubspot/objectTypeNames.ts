import { STANDARD_OBJECT_TYPES } from './objectTypes';

/** HubSpot takes these in the singular, too, and has had them before there were custom objects. */
const SINGULAR = [
  ['contact', 'contacts'],
  ['company', 'companies'],
  ['deal', 'deals'],
  ['ticket', 'tickets'],
  ['product', 'products'],
  ['line_item', 'line_items'],
  ['quote', 'quotes'],
] as const;

/** By every name in lower case that is known to mean an object type of HubSpot's own. */
const IN_PATHS: ReadonlyMap<string, string> = new Map([
  ...STANDARD_OBJECT_TYPES.flatMap(({ inPaths, objectTypeId }) =>
    [inPaths, objectTypeId].map((name) => [name, inPaths] as const),
  ),
  ...SINGULAR,
]);

/**
 * The one name that tells whether two names mean the same object type: `contacts` for `Contact` and `0-1`.
 * A name of a custom object stays as it is: nothing tells which belong
 * together but its schema, which is not read.
 */
export function objectTypeInPaths(nameOrId: string): string {
  return IN_PATHS.get(nameOrId.toLowerCase()) ?? nameOrId;
}
