import { MONOTONIC } from './clock';
import { Pacer } from './rateLimiter';

/** The pacers of this process by account. They hold no credential, only its id in n8n. */
const pacers = new Map<string, { pacer: Pacer; askedForAt: number }>();

/** A run may prepare its items for some time before it sends the first request. */
const KEPT_MS = 600_000;

/**
 * The pacer that all executions on an account share in this process: many webhook executions at
 * once have one rate limit between them.
 *
 * @param account What the account is known by: base URL and credential.
 */
export function pacerFor(account: string): Pacer {
  const now = MONOTONIC.now();
  for (const [known, { pacer, askedForAt }] of pacers) {
    if (askedForAt < now - KEPT_MS && pacer.isIdle()) pacers.delete(known);
  }
  const pacer = pacers.get(account)?.pacer ?? new Pacer();
  pacers.set(account, { pacer, askedForAt: now });
  return pacer;
}
