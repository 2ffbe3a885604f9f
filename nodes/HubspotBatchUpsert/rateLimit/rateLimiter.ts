import { isSuccess, meaningOf } from '../hubspot/statuses';
import type { HttpResult } from '../http/response';
import { MONOTONIC, type Clock } from './clock';
import { isFull, noteArrival, noteDeparture, noteReleased, startFlight } from './flight';
import { limitReport, throwBack } from './limitReport';
import { learn } from './learn';
import {
  countFromAnswer,
  isUnanswered,
  mostInWindow,
  noteSent,
  ownInWindow,
  startPace,
  takeBack,
  waitMs,
  type Sending,
} from './pace';
import { OutOfPatience } from './outOfPatience';
import { Queue } from './queue';
import { relax, throttle, type ThrowBack } from './throttle';

/** The right to send one request now. It ends with its answer, or it is handed back. */
export interface Permit extends Sending {
  /** Did it leave before anything was answered? */
  sentBeforeFirstResponse: boolean;
}

/** A timer cannot be set for longer than 24 days; whoever wakes early looks again. */
const LONGEST_SLEEP_MS = 3_600_000;

/** One for all: what makes an error dear is its trace. */
const WOKEN_EARLY = new Error('Woken early');

/**
 * Lets the requests of all executions that share an account go one by one, as fast as the account's
 * limit and HubSpot's health take them.
 */
export class RateLimiter {
  private readonly pace = startPace();
  private readonly flight = startFlight();
  private readonly queue = new Queue<Permit>();
  private alarm: AbortController | undefined;
  private users = 0;

  constructor(private readonly clock: Clock = MONOTONIC) {}

  /**
   * Waits for the next permit, first come first served.
   *
   * @param share Part of the account's limit that may be used, above 0 and at most 1.
   * @param patienceMs How long HubSpot may ask it to wait; for its turn it waits as long as it takes.
   * @throws the signal's reason, at once, where it is aborted while waiting.
   * @throws OutOfPatience, at once, where HubSpot asks all who share the account to wait for longer.
   */
  async acquire(
    share: number,
    signal: AbortSignal | undefined,
    patienceMs = Infinity,
  ): Promise<Permit> {
    const askedMs = Math.max(0, this.pace.askedUntil - this.clock.now());
    if (askedMs > patienceMs) throw new OutOfPatience(askedMs);
    const permit = this.queue.join(share, patienceMs - askedMs, signal);
    this.serve();
    // Where one gives up, nobody may be left to be woken for.
    void permit.catch(() => this.serve());
    return await permit;
  }

  /** Takes back a permit for which nothing was sent, and lets the next one go. */
  release(permit: Permit): void {
    takeBack(this.pace, permit);
    noteReleased(this.flight);
    this.serve();
  }

  /**
   * Takes over what the answer to a permit's request tells, and lets the next one go. After a 429 all
   * wait, together: the request only has to ask for its next permit.
   */
  learn(result: HttpResult, permit: Permit): void {
    const now = this.clock.now();
    noteArrival(this.flight, endOf(result), this.pace, permit.sentAt, now);
    try {
      if (result.kind !== 'response') return;
      const thrown = result.status === 429 ? throwBack(result) : undefined;
      learn(this.pace, limitReport(result), permit, thrown?.policy, now);
      if (thrown) this.throwBack(thrown, permit, now);
      else {
        relax(this.pace, permit, now);
        if (permit.sentBeforeFirstResponse) countFromAnswer(this.pace, permit, now);
      }
    } finally {
      this.serve();
    }
  }

  /** Keeps the rate limiter from looking idle while the work lasts, though it may wait for long. */
  async inUse<Result>(work: () => Promise<Result>): Promise<Result> {
    this.users += 1;
    try {
      return await work();
    } finally {
      this.users -= 1;
    }
  }

  /** Does nobody use it, and has every request left the window, so that nothing is forgotten? */
  isIdle(): boolean {
    return this.users === 0 && ownInWindow(this.pace, this.clock.now()) === 0;
  }

  /** Gives permits to those who wait, as many as fit now; when the next one fits, it goes on. */
  private serve(): void {
    this.alarm?.abort(WOKEN_EARLY);
    this.alarm = undefined;
    while (!isFull(this.flight, this.pace)) {
      const now = this.clock.now();
      const heads = this.queue.heads();
      const waits = heads.map(({ share }) => waitMs(this.pace, share, now));
      const wait = Math.min(...waits);
      const next = heads[waits.indexOf(wait)];
      if (next === undefined) return;
      if (wait > 0) return this.serveIn(wait);
      next.grant(this.depart(next.share, now));
    }
  }

  private throwBack(thrown: ThrowBack, permit: Permit, now: number): void {
    const askedBefore = Math.max(now, this.pace.askedUntil);
    throttle(this.pace, thrown, permit, now);
    const { askedUntil } = this.pace;
    if (askedUntil <= askedBefore) return;
    this.queue.askToWait(askedUntil - askedBefore, new OutOfPatience(askedUntil - now));
  }

  private serveIn(ms: number): void {
    this.alarm = new AbortController();
    void this.clock.sleep(Math.min(Math.ceil(ms), LONGEST_SLEEP_MS), this.alarm.signal).then(
      () => this.serve(),
      () => undefined,
    );
  }

  private depart(share: number, now: number): Permit {
    const departure = { sentAt: now, share };
    noteSent(this.pace, departure);
    noteDeparture(this.flight);
    return {
      ...departure,
      own: ownInWindow(this.pace, now),
      most: mostInWindow(this.pace, now),
      sentBeforeFirstResponse: isUnanswered(this.pace),
    };
  }
}

function endOf(result: HttpResult): 'success' | 'overload' | 'other' {
  if (result.kind === 'noResponse' && result.reason === 'timeout') return 'overload';
  if (result.kind !== 'response') return 'other';
  if (meaningOf(result.status).isOverload) return 'overload';
  return isSuccess(result.status) ? 'success' : 'other';
}
