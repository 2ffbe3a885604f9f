import type { Answer } from '../answers/answer';
import { tooManyRequests } from '../answers/errors';
import type { Hubspot } from '../hubspotState';
import { countArrival } from './rateLimit';
import type { Meter } from './rateLimit';
import { rateLimitHeaders } from './rateLimitHeaders';

/** Whether a request comes too early; rate-limit headers go with either answer. */
interface Throttling {
  headers: Record<string, string>;
  refusal: Answer | null;
}

/**
 * Counts a request against the limits that hold for it. A search has one of the account and counts
 * against the day's alone (OpenAPI: x-hubspot-rate-limit-exemptions); its answers carry no headers.
 *
 * @param meter The token's; null is none.
 */
export function throttle(
  operation: string,
  meter: Meter | null,
  { options, searchMeter }: Hubspot,
): Throttling {
  const now = options.now();
  const isSearch = operation === 'search';
  if (isSearch && searchMeter !== null && countArrival(searchMeter, now).refusedBy !== null) {
    return { headers: {}, refusal: tooManyRequests('search') };
  }
  const standing = meter && countArrival(meter, now, isSearch);
  return {
    headers: standing && options.rateLimitHeaders && !isSearch ? rateLimitHeaders(standing) : {},
    refusal: standing?.refusedBy ? tooManyRequests(standing.refusedBy) : null,
  };
}
