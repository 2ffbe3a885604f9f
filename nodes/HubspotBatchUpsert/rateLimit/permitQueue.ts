/** One who waits for a permit. */
interface Waiting<Permit> {
  share: number;
  /** How long HubSpot may still ask it to wait, in ms. */
  patienceMs: number;
  grant: (permit: Permit) => void;
  giveUp: (reason: Error) => void;
}

/** Those who wait for a permit, in the order of their coming. */
export class PermitQueue<Permit> {
  private waiting: Array<Waiting<Permit>> = [];

  /**
   * Joins the queue. One who gives up leaves at once, and the others keep their places.
   *
   * @throws the signal's reason where it is aborted before the permit comes, or the reason of
   *   `askToWait` where the patience is at its end.
   */
  async join(share: number, patienceMs: number, signal: AbortSignal | undefined): Promise<Permit> {
    signal?.throwIfAborted();
    return await new Promise<Permit>((resolve, reject) => {
      const leaving = <With>(end: (given: With) => void) => {
        return (given: With) => {
          signal?.removeEventListener('abort', onAbort);
          this.waiting = this.waiting.filter((other) => other !== waiting);
          end(given);
        };
      };
      const waiting = { share, patienceMs, grant: leaving(resolve), giveUp: leaving(reject) };
      const onAbort = () => waiting.giveUp(signal?.reason as Error);
      this.waiting.push(waiting);
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Takes so much of everybody's patience. Whoever has not so much left gives up for the reason. */
  askToWait(ms: number, reason: Error): void {
    for (const waiting of this.waiting) {
      waiting.patienceMs -= ms;
      if (waiting.patienceMs < 0) waiting.giveUp(reason);
    }
  }

  /** The first of each share of the limit: a run that may use little must hold up no other. */
  heads(): Array<Waiting<Permit>> {
    const shares = new Set<number>();
    return this.waiting.filter(({ share }) => !shares.has(share) && shares.add(share));
  }
}
