/** What a request can wait for: its turn to leave, HubSpot's response, or the time of its retry. */
type Wait = 'turn' | 'response' | 'retry';

/** The requests of a run: how many there were, and what those that are not done wait for. */
export class Traffic {
  requests = 0;
  /** How many of them were retries. */
  retried = 0;
  readonly waiting: Record<Wait, number> = { turn: 0, response: 0, retry: 0 };

  /**
   * Counts a request as waiting.
   *
   * @returns To be called with what it waits for next, or without anything when it does not wait any more.
   */
  begin(wait: Wait): (next?: Wait) => void {
    let current: Wait | undefined;
    const change = (next?: Wait) => {
      if (current) this.waiting[current] -= 1;
      if (next) this.waiting[next] += 1;
      current = next;
    };
    change(wait);
    return change;
  }
}
