import { inspect } from 'node:util';
import type { NodeOutcome } from '../../../sandbox/engine/runNode';

/** No token, key or client secret stands in anything that the node gives out. */
export function leaks(
  { success, error, hints, thrown }: NodeOutcome,
  secrets: readonly string[],
): string[] {
  const everything = [
    JSON.stringify([success, error, hints, thrown]),
    inspect(thrown, { depth: 8, showHidden: true }),
  ].join('\n');
  return secrets.filter((secret) => everything.includes(secret)).map(() => 'a secret came out');
}
