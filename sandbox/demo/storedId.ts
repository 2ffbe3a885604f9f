import type { Definitions } from './properties';
import { storedValue } from './storedValue';
import { trimmed } from './trimmed';

/**
 * The id that HubSpot would hold for a cell's text, as for any other value of the property:
 * `undefined` where the node has to refuse it, empty where there is none.
 */
export function storedId(
  text: string,
  idProperty: string,
  definitions: Definitions,
): string | undefined {
  const bare = trimmed(text);
  const definition = definitions.get(idProperty);
  const id = definition && bare !== '' ? storedValue(bare, definition) : bare;
  return idProperty === 'email' ? id?.toLowerCase() : id;
}
