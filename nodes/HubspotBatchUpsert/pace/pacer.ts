import { sleep } from 'n8n-workflow';
import type { Answer } from '../send/answer';
import { isSecondlyLimit, limitReport } from './limitReport';
import { learn, noteSent, ownInWindow, relax, startPace, throttle, waitMs } from './pace';

/** The right to send one request now. */
export interface Turn {
  /** Requests of this process that counted when it was given, this one included. */
  ownBefore: number;
}

/**
 * Lets the requests of all executions that share an account go one by one, as fast as the account's
 * limit takes them.
 */
export class Pacer {
  private readonly pace = startPace();
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

  /** Takes over what an answer tells of the limit. */
  learn(answer: Answer, { ownBefore }: Turn): void {
    if (answer.kind !== 'answered') return;
    learn(this.pace, limitReport(answer), ownBefore);
    if (answer.status === 429) throttle(this.pace, isSecondlyLimit(answer), Date.now());
    else relax(this.pace);
  }

  /** Has every request left the window, so that nothing is forgotten with this pacer? */
  isIdle(): boolean {
    return ownInWindow(this.pace, Date.now()) === 0;
  }

  private async next(share: number, signal: AbortSignal | undefined): Promise<Turn> {
    for (;;) {
      signal?.throwIfAborted();
      const now = Date.now();
      const wait = waitMs(this.pace, share, now);
      if (wait === 0) {
        noteSent(this.pace, now);
        return { ownBefore: ownInWindow(this.pace, now) };
      }
      await sleep(wait, signal);
    }
  }
}
