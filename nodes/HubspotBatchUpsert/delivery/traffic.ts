/** What a request of the run can wait for. */
type Wait = 'rateLimit' | 'response' | 'retry';

/** The requests of a run: how many there were, and what those that are not done wait for. */
export class Traffic {
  requests = 0;
  /** How many of them were retries. */
  retried = 0;
  readonly waiting: Record<Wait, number> = { rateLimit: 0, response: 0, retry: 0 };

  /** Counts a request as waiting for something until that has come. */
  async await<Result>(wait: Wait, coming: Promise<Result>): Promise<Result> {
    this.waiting[wait] += 1;
    try {
      return await coming;
    } finally {
      this.waiting[wait] -= 1;
    }
  }
}
