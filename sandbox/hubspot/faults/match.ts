import type { Call } from '../endpoints/endpoint';
import { isObject } from '../json';
import { inputIds, inputPairs, inputsOf } from '../log';
import type { FaultMatch } from './fault';

/** How often something was met so far. */
export interface Tally {
  match: FaultMatch;
  /** Matching requests. */
  seen: number;
  fired: number;
}

/** Whether a request is one of those meant. */
export function matches({ method, path, query, containsId }: FaultMatch, call: Call): boolean {
  if (method !== undefined && method.toUpperCase() !== call.method) return false;
  if (Object.entries(query ?? {}).some(([name, value]) => call.query[name] !== value)) return false;
  if (typeof path === 'string' && !call.path.includes(path)) return false;
  if (path instanceof RegExp && call.path.search(path) === -1) return false;
  return containsId === undefined || contains(call.body, containsId);
}

function contains(body: unknown, id: string): boolean {
  const pairs = inputPairs(body).some((pair) => Object.values(pair).includes(id));
  return pairs || inputIds(body).includes(id) || inputsOf(body).some((input) => creates(input, id));
}

/** Whether an input has no id, since it is to be created, and this value in one of its properties. */
function creates(input: unknown, value: string): boolean {
  if (!isObject(input) || input.id !== undefined || !isObject(input.properties)) return false;
  return Object.values(input.properties).includes(value);
}

/** Whether it is the turn of the request that was counted last. */
export function isDue({ match: { nth, every, times }, seen, fired }: Tally): boolean {
  if (times !== undefined && fired >= times) return false;
  if (nth !== undefined) return seen === nth;
  return every === undefined || seen % every === 0;
}
