import type { Cell } from '../file/sheet';
import type { Definitions } from '../properties';
import { isEmpty, storedValue } from './storedValue';
import { trimmed } from './trimmed';
import type { ValueRules } from './valueRules';

/** One address alone. HubSpot would refuse everything else, and the node has to before it. */
const ONE_ADDRESS = /^[^\s@]*@[^\s@]*$/;

/**
 * The id that HubSpot would hold for a cell, as for any other value of the property: `undefined`
 * where the node has to refuse it, empty where there is none.
 */
export function storedId(
  cell: Cell,
  idProperty: string,
  definitions: Definitions,
  rules: ValueRules,
): string | undefined {
  if (isEmpty(cell)) return '';
  const definition = definitions.get(idProperty);
  const stored = definition ? storedValue(cell, definition, rules) : String(cell);
  const id = stored === undefined ? undefined : trimmed(stored);
  if (idProperty !== 'email' || id === undefined) return id;
  return ONE_ADDRESS.test(id) ? id.toLowerCase() : undefined;
}
