import { sleep } from 'n8n-workflow';
import { isOverload, isSuccess } from '../hubspot/statuses';
import type { Answer } from '../send/answer';
import { Bell } from './bell';
import { isFull, noteArrival, noteDeparture, startFlight } from './flight';
import { isSecondlyLimit, limitReport } from './limitReport';
import {
  learn,
  noteFirstAnswer,
  noteSent,
  ownInWindow,
  relax,
  startPace,
  throttle,
  waitMs,
} from './pace';

/** The right to send one request now. */
export interface Turn {
  /** When it was given, epoch ms. */
  sentAt: number;
  /** Requests of this process that counted then, this one included. */
  own: number;
}

/** Time enough for any answer, which is what ends the wait. */
const UNTIL_AN_ANSWER_MS = 3_600_000;

/**
 * Lets the requests of all executions that share an account go one by one, as fast as the account's
 * limit and HubSpot's health take them.
 */
export class Pacer {
  private readonly pace = startPace();
  private readonly flight = startFlight();
  private readonly answered = new Bell();
  /** By share, because a run that may use little must not hold up one that may use all. */
  private readonly queues = new Map<number, Promise<unknown>>();

  /**
   * Waits for the next turn, first come first served.
   *
   * @param share Part of the account's limit that may be used, above 0 and at most 1.
   * @throws the signal's reason where it is aborted while waiting.
   */
  async turn(share: number, signal: AbortSignal | undefined): Promise<Turn> {
    const before = this.queues.get(share);
    const mine = (async () => {
      await before;
      return await this.next(share, signal);
    })();
    this.queues.set(
      share,
      mine.catch(() => undefined),
    );
    return await mine;
  }

  /** Resolves when all who have asked for a turn by now have had it. */
  async departures(share: number): Promise<void> {
    await this.queues.get(share);
  }

  /** Takes over what the answer to a turn's request tells, and lets the next one go. */
  learn(answer: Answer, turn: Turn): void {
    const now = Date.now();
    if (answer.kind === 'answered') {
      const isThrottled = answer.status === 429;
      if (isThrottled) throttle(this.pace, isSecondlyLimit(answer), turn.sentAt, now);
      else {
        relax(this.pace);
        if (turn.own === 1) noteFirstAnswer(this.pace, turn.sentAt, now);
      }
      const own = isThrottled ? Math.min(turn.own, ownInWindow(this.pace, now)) : turn.own;
      learn(this.pace, limitReport(answer), own, now);
    }
    noteArrival(this.flight, endOf(answer), this.pace, turn.sentAt, now);
    this.answered.ring();
  }

  /** Has every request left the window, so that nothing is forgotten with this pacer? */
  isIdle(): boolean {
    return this.flight.underWay === 0 && ownInWindow(this.pace, Date.now()) === 0;
  }

  private async next(share: number, signal: AbortSignal | undefined): Promise<Turn> {
    for (;;) {
      signal?.throwIfAborted();
      const now = Date.now();
      const wait = waitMs(this.pace, share, now);
      if (wait === 0 && !isFull(this.flight, this.pace)) {
        noteSent(this.pace, now);
        noteDeparture(this.flight);
        return { sentAt: now, own: ownInWindow(this.pace, now) };
      }
      await this.answerWithin(wait || UNTIL_AN_ANSWER_MS, signal);
    }
  }

  /** An answer may change everything, so nobody sleeps through it. */
  private async answerWithin(ms: number, signal: AbortSignal | undefined): Promise<void> {
    const over = new AbortController();
    const ends = signal ? AbortSignal.any([signal, over.signal]) : over.signal;
    await Promise.race([this.answered.next(), sleep(Math.ceil(ms), ends)]).finally(() =>
      over.abort(),
    );
  }
}

function endOf(answer: Answer): 'success' | 'overload' | 'other' {
  if (answer.kind === 'unanswered' && answer.reason === 'timeout') return 'overload';
  if (answer.kind !== 'answered') return 'other';
  if (isOverload(answer.status)) return 'overload';
  return isSuccess(answer.status) ? 'success' : 'other';
}
