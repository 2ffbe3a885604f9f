import type { Acquire } from '../join/batchJoiner';
import type { Settings } from '../model/settings';
import type { RateLimiter } from '../rateLimit/rateLimiter';
import type { SearchLimiter } from '../rateLimit/searchLimiter';

/** How fast requests may go; shared by all executions on the account. */
export interface Limiters {
  rateLimiter: RateLimiter;
  searchLimiter: SearchLimiter;
}

/** The ways to the right to send: at the account's rate limit, or at the pace of searches. */
export function permits(
  { rateLimiter, searchLimiter }: Limiters,
  { rateLimitShare, patienceMs }: Pick<Settings, 'rateLimitShare' | 'patienceMs'>,
): { paced: Acquire; searching: Acquire } {
  return {
    paced: async (signal) => {
      const permit = await rateLimiter.acquire(rateLimitShare, signal, patienceMs);
      return {
        learn: (result) => rateLimiter.learn(result, permit),
        release: () => rateLimiter.release(permit),
      };
    },
    searching: async (signal) => {
      const permit = await searchLimiter.acquire(signal, patienceMs);
      return {
        learn: (result) => searchLimiter.learn(result, permit),
        release: () => searchLimiter.release(permit),
      };
    },
  };
}
