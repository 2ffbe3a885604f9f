import { isSuccess, meaningOf } from '../hubspot/statuses';
import type { HttpResult } from '../http/response';
import type { Limit } from './rateLimitHeaders';

/** Part of the window within which its requests can all leave. Simulation: alone, "at the limit". */
const BURST_PART = 1 / 10;
/** Requests that may be under way however quick HubSpot is. No simulation: one that hangs must not hold up all before anything has come back (rateLimiter.test.ts). */
const MIN_CONCURRENCY = 4;

/**
 * How many requests may be under way: as many as fill the window at the latency of now; while HubSpot
 * is overloaded as many as it bears, by additive increase and multiplicative decrease.
 */
export class ConcurrencyLimit {
  private underWay = 0;
  private ceiling = Infinity;
  /** A request that was sent earlier says nothing about the ceiling of now. */
  private loweredAt = -Infinity;

  /** @param latencyMs From sending to the response, on the average. */
  isReached({ requests, windowMs }: Limit, latencyMs: number): boolean {
    const target = Math.max(MIN_CONCURRENCY, (requests * latencyMs) / (windowMs * BURST_PART));
    return this.underWay >= Math.min(target, Math.floor(this.ceiling));
  }

  onSent(): void {
    this.underWay += 1;
  }

  /** The request was not sent after all. */
  onReleased(): void {
    this.underWay -= 1;
  }

  /**
   * Takes over what a request's end tells. Overload halves what may be under way, once for all that
   * were under way together; every further round of successes lets one more through.
   */
  onResult(result: HttpResult, sentAt: number, now: number): void {
    if (isOverload(result) && sentAt >= this.loweredAt) {
      this.ceiling = Math.max(1, Math.min(this.underWay, this.ceiling) / 2);
      this.loweredAt = now;
    }
    this.underWay -= 1;
    if (result.kind === 'response' && isSuccess(result.status)) this.ceiling += 1 / this.ceiling;
  }
}

function isOverload(result: HttpResult): boolean {
  if (result.kind === 'noResponse') return result.reason === 'timeout';
  return result.kind === 'response' && meaningOf(result.status).isOverload === true;
}
