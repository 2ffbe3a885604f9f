import { LOWEST_LIMIT } from '../hubspot/statuses';
import type { HttpResponse, HttpResult } from '../http/response';
import { Backoff } from './backoff';
import { MONOTONIC, type Clock } from './clock';
import { ConcurrencyLimit } from './concurrencyLimit';
import { OutOfPatience } from './outOfPatience';
import { PermitQueue } from './permitQueue';
import { Quota } from './quota';
import { rateLimitHeaders, rateLimitHit, type Limit, type RateLimitHit } from './rateLimitHeaders';
import { SlidingWindow, type SentRequest } from './slidingWindow';

/**
 * Lets the requests of all executions that share an account go one by one, as fast as the account's
 * limit and HubSpot's health take them.
 */
export class RateLimiter {
  private readonly limit: Limit = { ...LOWEST_LIMIT };
  private readonly window = new SlidingWindow(this.limit);
  private readonly quota = new Quota(this.limit);
  private readonly concurrency = new ConcurrencyLimit();
  private readonly backoff = new Backoff();
  private readonly queue = new PermitQueue<SentRequest>();
  private alarm: AbortController | undefined;

  constructor(private readonly clock: Clock = MONOTONIC) {}

  /**
   * Waits for the next permit, first come first served.
   *
   * @param share Part of the account's limit that may be used, above 0 and at most 1.
   * @param patienceMs How long HubSpot may ask it to wait; for its turn it waits as long as it takes.
   * @throws the signal's reason, at once, where it is aborted while waiting.
   * @throws OutOfPatience, at once, where HubSpot asks all who share the account to wait for longer.
   */
  async acquire(share: number, signal?: AbortSignal, patienceMs = Infinity): Promise<SentRequest> {
    const askedMs = Math.max(0, this.backoff.askedUntil - this.clock.now());
    if (askedMs > patienceMs) throw new OutOfPatience(askedMs);
    const permit = this.queue.join(share, patienceMs - askedMs, signal);
    this.serve();
    // Where one gives up, nobody may be left to be woken for.
    void permit.catch(() => this.serve());
    return await permit;
  }

  /** Takes back a permit for which nothing was sent, and lets the next one go. */
  release(permit: SentRequest): void {
    this.window.remove(permit);
    this.concurrency.onReleased();
    this.serve();
  }

  /**
   * Takes over what the result of a permit's request tells, and lets the next one go. After a 429 all
   * wait, together: the request only has to ask for its next permit.
   */
  learn(result: HttpResult, permit: SentRequest): void {
    const now = this.clock.now();
    this.concurrency.onResult(result, permit.sentAt, now);
    try {
      if (result.kind === 'response') this.learnFrom(result, permit, now);
    } finally {
      this.serve();
    }
  }

  /** Has every request left the window? */
  isIdle(): boolean {
    return this.window.count(this.clock.now()) === 0;
  }

  private learnFrom(response: HttpResponse, permit: SentRequest, now: number): void {
    const { requests, windowMs, remaining } = rateLimitHeaders(response);
    this.limit.requests = requests ?? this.limit.requests;
    this.limit.windowMs = windowMs ?? this.limit.windowMs;
    const hit = response.status === 429 ? rateLimitHit(response) : undefined;
    if (hit) this.onRateLimited(hit, permit, now);
    else {
      this.window.onResponse(permit, now);
      this.backoff.recover(permit.sentAt);
    }
    if (hit && hit.policy !== 'window') return;
    const own = this.window.around(permit, now);
    this.quota.onResponse({ ...own, remaining, isRateLimited: hit !== undefined }, now);
  }

  private onRateLimited(hit: RateLimitHit, permit: SentRequest, now: number): void {
    this.window.remove(permit);
    const askedBefore = Math.max(now, this.backoff.askedUntil);
    this.backoff.onRateLimited(hit, permit.sentAt, this.limit, now);
    const { askedUntil } = this.backoff;
    if (askedUntil <= askedBefore) return;
    this.queue.askToWait(askedUntil - askedBefore, new OutOfPatience(askedUntil - now));
  }

  /** Gives permits to those who wait, as many as fit now; when the next one fits, it goes on. */
  private serve(): void {
    this.alarm?.abort('woken early');
    while (!this.concurrency.isReached(this.limit, this.window.latencyMs)) {
      const now = this.clock.now();
      const heads = this.queue.heads();
      if (heads.length === 0) return;
      const fitsAt = this.fitsAt(now);
      const times = heads.map(({ share }) =>
        Math.max(fitsAt, this.window.fitsAt(this.limit.requests * share, share)),
      );
      const dueAt = Math.min(...times);
      if (dueAt > now) return this.serveIn(dueAt - now);
      this.concurrency.onSent();
      const next = heads[times.indexOf(dueAt)];
      next?.grant(this.window.add(next.share, now));
    }
  }

  /** When the next request fits, whatever its share. */
  private fitsAt(now: number): number {
    const { latencyMs, lastSentAt } = this.window;
    this.window.isExact = this.quota.isAlone(now);
    const inUse = this.window.count(now);
    if (now < this.backoff.blockedUntil) this.quota.capAt(inUse);
    this.quota.grow(inUse, latencyMs, now);
    return Math.max(
      Math.min(this.window.fitsAt(this.quota.allowed), this.quota.growsAt(latencyMs, now)),
      lastSentAt + this.quota.spacingMs(now),
      this.backoff.blockedUntil,
    );
  }

  private serveIn(ms: number): void {
    this.alarm = new AbortController();
    const serve = () => this.serve();
    void this.clock.sleep(Math.ceil(ms), this.alarm.signal).then(serve, () => undefined);
  }
}
