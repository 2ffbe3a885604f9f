import { setTimeout } from 'node:timers/promises';
import { PerformanceObserver } from 'node:perf_hooks';

/** From one moment to a later one, in ms by `performance.now()`. */
export interface Span {
  from: number;
  until: number;
}

/** Node tells of a pause some time after it. */
const UNTIL_TOLD_MS = 100;

/** Watches how long V8 stops everything to collect garbage. */
export class CollectorWatch {
  private readonly pauses: Span[] = [];
  private readonly observer = new PerformanceObserver((list) => this.note(list.getEntries()));

  constructor() {
    this.observer.observe({ entryTypes: ['gc'] });
  }

  /**
   * Ends the watch.
   *
   * @param others Spans of other work, in order, whose pauses are not to be counted.
   * @returns Milliseconds of all pauses within the span.
   */
  async pausedIn({ from, until }: Span, others: readonly Span[]): Promise<number> {
    await setTimeout(UNTIL_TOLD_MS);
    this.observer.disconnect();
    const counted = this.pauses.filter((pause) => pause.from >= from && pause.from < until);
    return counted.reduce((sum, pause) => {
      const isOthers = others.some((other) => pause.from >= other.from && pause.from < other.until);
      return isOthers ? sum : sum + pause.until - pause.from;
    }, 0);
  }

  private note(entries: ReadonlyArray<{ startTime: number; duration: number }>): void {
    for (const { startTime, duration } of entries) {
      this.pauses.push({ from: startTime, until: startTime + duration });
    }
  }
}
