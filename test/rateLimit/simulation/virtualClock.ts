import type { Clock } from '../../../nodes/HubspotBatchUpsert/rateLimit/clock';

interface Sleeper {
  until: number;
  /** Who fell asleep first wakes first, where both wake at the same time. */
  number: number;
  wake: () => void;
}

/** A clock on which nothing passes but sleep: hours of traffic in a moment. */
export class VirtualClock implements Clock {
  private time = 1_000_000;
  private slept = 0;
  /** A heap, the next one to wake at the top. */
  private readonly sleepers: Sleeper[] = [];

  readonly now = () => this.time;

  readonly sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
    signal?.throwIfAborted();
    await new Promise<void>((resolve, reject) => {
      const giveUp = () => reject(signal?.reason as Error);
      signal?.addEventListener('abort', giveUp, { once: true });
      const wake = () => {
        signal?.removeEventListener('abort', giveUp);
        resolve();
      };
      this.push({ until: this.time + Math.max(0, ms), number: (this.slept += 1), wake });
    });
  };

  /** Lets time pass until the work is done. */
  async run<Result>(work: Promise<Result>): Promise<Result> {
    let isDone = false;
    const end = work.finally(() => (isDone = true));
    end.catch(() => undefined);
    for (await this.settled(); !isDone; await this.settled()) {
      const next = this.pop();
      if (next === undefined) throw new Error('All wait, and nothing is to come');
      this.time = next.until;
      next.wake();
    }
    return await end;
  }

  /** Lets so much time pass. */
  async pass(ms: number): Promise<void> {
    await this.run(this.sleep(ms));
  }

  /** All that goes on without time passing has gone on. Now and then Jest may have a look, too. */
  private async settled(): Promise<void> {
    const isJestsTurn = this.slept % 1_000 === 0;
    await new Promise<void>((resolve) => {
      if (isJestsTurn) setImmediate(resolve);
      else process.nextTick(resolve);
    });
  }

  private push(sleeper: Sleeper): void {
    const heap = this.sleepers;
    let place = heap.push(sleeper) - 1;
    for (let above = (place - 1) >> 1; place > 0 && isBefore(sleeper, heap[above]!);) {
      heap[place] = heap[above]!;
      place = above;
      above = (place - 1) >> 1;
    }
    heap[place] = sleeper;
  }

  private pop(): Sleeper | undefined {
    const heap = this.sleepers;
    const top = heap[0];
    const last = heap.pop();
    if (last === undefined || last === top) return top;
    let place = 0;
    for (let below = 1; below < heap.length; below = 2 * place + 1) {
      if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below += 1;
      if (!isBefore(heap[below]!, last)) break;
      heap[place] = heap[below]!;
      place = below;
    }
    heap[place] = last;
    return top;
  }
}

function isBefore(a: Sleeper, b: Sleeper): boolean {
  return a.until < b.until || (a.until === b.until && a.number < b.number);
}
