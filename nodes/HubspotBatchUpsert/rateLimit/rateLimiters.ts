import { MONOTONIC } from './clock';
import { RateLimiter } from './rateLimiter';

/** The rate limiters of this process by account. They hold no credential, only its id in n8n. */
const rateLimiters = new Map<string, { rateLimiter: RateLimiter; askedForAt: number }>();

/** A run may prepare its items for some time before it sends the first request. */
const KEPT_MS = 600_000;

/**
 * The rate limiter that all executions on an account share in this process: many webhook executions at
 * once have one rate limit between them.
 *
 * @param account What the account is known by: base URL and credential.
 */
export function rateLimiterFor(account: string): RateLimiter {
  const now = MONOTONIC.now();
  for (const [known, { rateLimiter, askedForAt }] of rateLimiters) {
    if (askedForAt < now - KEPT_MS && rateLimiter.isIdle()) rateLimiters.delete(known);
  }
  const rateLimiter = rateLimiters.get(account)?.rateLimiter ?? new RateLimiter();
  rateLimiters.set(account, { rateLimiter, askedForAt: now });
  return rateLimiter;
}
