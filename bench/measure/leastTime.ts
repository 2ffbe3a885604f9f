import type { RateLimit } from '../../sandbox/hubspot/limits/rateLimit';
import type { Latency } from '../../sandbox/hubspot/options';

/**
 * The least time in which an account's limit lets a number of requests through, in ms: one mean
 * answer with the property definitions, before which no record can be sent, a whole window's worth
 * at once, another at the start of every further window, and one mean answer at the end.
 */
export function leastTime(
  requests: number,
  { perWindow, windowMs }: Pick<RateLimit, 'perWindow' | 'windowMs'>,
  { minMs, maxMs }: Latency,
): number {
  return (Math.ceil(requests / perWindow) - 1) * windowMs + minMs + maxMs;
}

/** Requests that a number of records needs: full batches, and the property definitions once. */
export function leastRequests(records: number, processes = 1): number {
  const share = Math.ceil(records / processes);
  return processes * (Math.ceil(share / 100) + 1);
}
