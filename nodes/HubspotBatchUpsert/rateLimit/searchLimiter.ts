import type { HttpResult } from '../http/response';
import { retryAfterMs } from '../http/retryPolicy';
import { MONOTONIC, type Clock } from './clock';
import { OutOfPatience } from './outOfPatience';

/** Searches of one account, whoever makes them (HubSpot, "Search the CRM"); their answers carry no rate limit headers. */
const SEARCHES = 5;
const WINDOW_MS = 1_000;

/** Requests overtake each other on their way: so much later the next five leave. */
const MARGIN_MS = 100;

/** Lets the searches of all executions that share an account go at the pace that HubSpot has for them alone. */
export class SearchLimiter {
  /** When each of the last searches left, or is to leave. */
  private readonly departures: number[] = [];
  private askedUntil = 0;

  constructor(private readonly clock: Clock = MONOTONIC) {}

  /**
   * Waits until the next search may leave, first come first served.
   *
   * @param patienceMs How long HubSpot may ask it to wait.
   * @throws the signal's reason where it is aborted while waiting.
   * @throws OutOfPatience where HubSpot asks to wait for longer.
   */
  async acquire(signal: AbortSignal | undefined, patienceMs: number): Promise<void> {
    const now = this.clock.now();
    const askedMs = Math.max(0, this.askedUntil - now);
    if (askedMs > patienceMs) throw new OutOfPatience(askedMs);
    const isFull = this.departures.length === SEARCHES;
    const first = isFull ? this.departures.shift() : undefined;
    const at = Math.max(now + askedMs, (first ?? -Infinity) + WINDOW_MS + MARGIN_MS);
    this.departures.push(at);
    if (at > now) await this.clock.sleep(at - now, signal);
  }

  /** Takes over what an answer tells: after a 429 all wait, since others may be searching, too. */
  learn(result: HttpResult): void {
    if (result.kind !== 'response' || result.status !== 429) return;
    const waitMs = retryAfterMs(result.headers) ?? WINDOW_MS;
    this.askedUntil = Math.max(this.askedUntil, this.clock.now() + waitMs);
  }
}

/** The search limiters of this process by account. */
const searchLimiters = new Map<string, SearchLimiter>();

/** @param account What the account is known by: base URL and credential. */
export function searchLimiterFor(account: string): SearchLimiter {
  const known = searchLimiters.get(account) ?? new SearchLimiter();
  searchLimiters.set(account, known);
  return known;
}
