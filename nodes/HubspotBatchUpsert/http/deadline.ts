import { sleep } from 'n8n-workflow';

/** One of each for all: what makes an error dear is its trace. The codes are those of axios. */
const TIME_IS_UP = withCode('ECONNABORTED', 'The time of the request is up');
const CANCELLED = withCode('ERR_CANCELED', 'The execution was cancelled');
const ENDED = new Error('The request has ended');

/**
 * The time that one request may take, with all that n8n does on its behalf: n8n renews a token
 * without heeding a request's time-out or the Stop button, and some answers never settle.
 */
export class Deadline {
  /** Aborted when the time is up, or when the user cancels the execution. */
  readonly signal: AbortSignal;
  private readonly endsAt: number;
  private readonly timeUp = new AbortController();
  private readonly alarm = new AbortController();

  /** @param cancelSignal Aborted when the user cancels the execution. */
  constructor(timeoutMs: number, cancelSignal: AbortSignal | undefined) {
    this.endsAt = performance.now() + timeoutMs;
    this.signal = AbortSignal.any([this.timeUp.signal, ...(cancelSignal ? [cancelSignal] : [])]);
    void sleep(timeoutMs, this.alarm.signal).then(
      () => this.timeUp.abort(TIME_IS_UP),
      () => undefined,
    );
  }

  get remainingMs(): number {
    return Math.max(0, this.endsAt - performance.now());
  }

  /**
   * Waits for the work no longer than there is time. What becomes of it later is nobody's concern.
   *
   * @throws what the work throws, or an error with axios' code for a time-out or a cancelled request.
   */
  async race<Result>(work: Promise<Result>): Promise<Result> {
    let giveUp = (): void => undefined;
    const aborted = new Promise<never>((_, reject) => {
      giveUp = () => reject(this.timeUp.signal.aborted ? TIME_IS_UP : CANCELLED);
      if (this.signal.aborted) giveUp();
      else this.signal.addEventListener('abort', giveUp, { once: true });
    });
    try {
      return await Promise.race([aborted, work]);
    } finally {
      this.signal.removeEventListener('abort', giveUp);
    }
  }

  /** From now on only the user aborts the signal. */
  end(): void {
    this.alarm.abort(ENDED);
  }
}

function withCode(code: string, message: string): Error {
  return Object.assign(new Error(message), { code });
}
