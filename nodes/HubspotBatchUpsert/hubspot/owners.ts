import { parseResults } from './parsing';
import type { PropertyOption } from './types';
import { textOf } from './untrustedJson';

/**
 * The owners in an answer of the owners API, as options: their ids, called by their e-mail addresses.
 * Who has no address, as a queue has none, cannot be called by it.
 */
export function parseOwners(json: unknown): PropertyOption[] {
  return parseResults(json).flatMap(({ id, email }) => {
    const value = typeof id === 'number' ? String(id) : textOf(id);
    const label = textOf(email);
    return value && label ? [{ value, label }] : [];
  });
}
