import type { Call } from '../endpoints/endpoint';
import { inputIds, inputPairs } from '../log';
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
  if (containsId === undefined || inputIds(call.body).includes(containsId)) return true;
  return inputPairs(call.body).some((pair) => Object.values(pair).includes(containsId));
}

/** Whether it is the turn of the request that was counted last. */
export function isDue({ match: { nth, every, times }, seen, fired }: Tally): boolean {
  if (times !== undefined && fired >= times) return false;
  if (nth !== undefined) return seen === nth;
  return every === undefined || seen % every === 0;
}
