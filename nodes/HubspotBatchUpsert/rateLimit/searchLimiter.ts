import type { HttpResult } from '../http/response';
import { MONOTONIC, type Clock } from './clock';
import { OutOfPatience } from './outOfPatience';
import { rateLimitHit } from './rateLimitHeaders';

/**
 * Searches of one account in a second, whoever makes them (HubSpot, "Search the CRM"). Their answers
 * carry no rate limit headers, and the other limit does not count them.
 */
const SEARCHES = 5;
const WINDOW_MS = 1_000;

/** The right to send one search now; a second after its answer the next one may have it. */
export type SearchPermit = number;

/** Lets the searches of all executions that share an account go at the pace that HubSpot has for them alone. */
export class SearchLimiter {
  /** When each permit is free; Infinity while its search is under way. */
  private readonly freeAt: number[] = Array<number>(SEARCHES).fill(0);
  private askedUntil = 0;
  private lastAsked: Promise<unknown> = Promise.resolve();
  private goOn: () => void = () => undefined;

  constructor(private readonly clock: Clock = MONOTONIC) {}

  /**
   * Waits for the next permit, first come first served.
   *
   * @param patienceMs How long HubSpot may ask it to wait; for its turn it waits as long as it takes.
   * @throws the signal's reason where it is aborted while waiting.
   * @throws OutOfPatience where HubSpot asks to wait for longer.
   */
  async acquire(signal: AbortSignal | undefined, patienceMs: number): Promise<SearchPermit> {
    const permit = this.lastAsked.then(() => this.take(signal, patienceMs));
    this.lastAsked = permit.catch(() => undefined);
    return await permit;
  }

  /** Takes over what the answer tells: after a 429 all wait, since others may be searching, too. */
  learn(result: HttpResult, permit: SearchPermit): void {
    const now = this.clock.now();
    this.freeAt[permit] = now + WINDOW_MS;
    if (result.kind === 'response' && result.status === 429) {
      const waitMs = rateLimitHit(result).askedMs ?? WINDOW_MS;
      this.askedUntil = Math.max(this.askedUntil, now + waitMs);
    }
    this.goOn();
  }

  /** Takes back a permit for which nothing was sent. */
  release(permit: SearchPermit): void {
    this.freeAt[permit] = 0;
    this.goOn();
  }

  /** Is no search under way, and none to be waited for? */
  isIdle(): boolean {
    const now = this.clock.now();
    return this.askedUntil <= now && this.freeAt.every((at) => at <= now);
  }

  private async take(signal: AbortSignal | undefined, patienceMs: number): Promise<SearchPermit> {
    for (;;) {
      signal?.throwIfAborted();
      const now = this.clock.now();
      const askedMs = Math.max(0, this.askedUntil - now);
      if (askedMs > patienceMs) throw new OutOfPatience(askedMs);
      const soonest = Math.min(...this.freeAt);
      const permit = this.freeAt.indexOf(soonest);
      const waitMs = Math.max(askedMs, soonest - now);
      if (waitMs <= 0) {
        this.freeAt[permit] = Infinity;
        return permit;
      }
      await (waitMs === Infinity ? this.nextAnswer(signal) : this.clock.sleep(waitMs, signal));
    }
  }

  private async nextAnswer(signal: AbortSignal | undefined): Promise<void> {
    await new Promise<void>((resolve) => {
      this.goOn = resolve;
      signal?.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
