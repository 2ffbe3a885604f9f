import type { Limit, RateLimitHit } from './rateLimitHeaders';

/** The first wait after a 429, in ms, and HubSpot's shorter window. Simulation: "beside one that takes all that it can". */
const FIRST_WAIT_MS = 1_000;

/**
 * After a 429 all who share the account wait, once and together: as long as HubSpot asks, or twice
 * as long each time in a row.
 */
export class Backoff {
  /** Nobody sends before this time. */
  blockedUntil = -Infinity;
  /** Until this time HubSpot itself asked to wait. */
  askedUntil = -Infinity;
  private inARow = 0;

  /** @param sentAt When the request was sent: one from before the last wait calls for no other. */
  onRateLimited(hit: RateLimitHit, sentAt: number, { windowMs }: Limit, now: number): void {
    const { policy, askedMs } = hit;
    const isEcho = sentAt < this.blockedUntil;
    if (isEcho && askedMs === undefined) return;
    if (!isEcho) this.inARow += 1;
    const longestMs = policy === 'second' ? FIRST_WAIT_MS : windowMs;
    const waitMs = askedMs ?? Math.min(longestMs, FIRST_WAIT_MS * 2 ** (this.inARow - 1));
    this.blockedUntil = Math.max(this.blockedUntil, now + waitMs);
    if (askedMs !== undefined) this.askedUntil = Math.max(this.askedUntil, now + askedMs);
  }

  /** A request has passed: where it was sent after the last wait, that wait was long enough. */
  recover(sentAt: number): void {
    if (sentAt >= this.blockedUntil) this.inARow = 0;
  }
}
