/** One who waits for a permit. */
export interface Waiting<Permit> {
  share: number;
  /** Place in the order of coming. */
  number: number;
  /** How long HubSpot may still ask it to wait, in ms. */
  patienceMs: number;
  grant: (permit: Permit) => void;
  giveUp: (reason: Error) => void;
}

/**
 * Those who wait for a permit, in the order of their coming. Each share of the limit has a line of
 * its own, because a run that may use little must not hold up one that may use all.
 */
export class Queue<Permit> {
  private readonly lines = new Map<number, Set<Waiting<Permit>>>();
  private came = 0;

  /**
   * Joins the line of the share. One who gives up leaves at once, and the others keep their places.
   *
   * @throws the signal's reason where it is aborted before the permit comes, or the reason of
   *   `askToWait` where the patience is at its end.
   */
  async join(share: number, patienceMs: number, signal: AbortSignal | undefined): Promise<Permit> {
    signal?.throwIfAborted();
    return await new Promise<Permit>((resolve, reject) => {
      const leave = () => {
        signal?.removeEventListener('abort', onAbort);
        this.leave(waiting);
      };
      const giveUp = (reason: Error) => {
        leave();
        reject(reason);
      };
      const onAbort = () => giveUp(signal?.reason as Error);
      const grant = (permit: Permit) => {
        leave();
        resolve(permit);
      };
      const waiting = { share, number: (this.came += 1), patienceMs, grant, giveUp };
      this.lines.set(share, (this.lines.get(share) ?? new Set()).add(waiting));
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  /** Takes so much of everybody's patience. Whoever has not so much left gives up for the reason. */
  askToWait(ms: number, reason: Error): void {
    for (const waiting of [...this.lines.values()].flatMap((line) => [...line])) {
      waiting.patienceMs -= ms;
      if (waiting.patienceMs < 0) waiting.giveUp(reason);
    }
  }

  /** The first of every line, the one who came first before the others. */
  heads(): Array<Waiting<Permit>> {
    const heads = [...this.lines.values()].flatMap(([head]) => head ?? []);
    return heads.sort((a, b) => a.number - b.number);
  }

  private leave(waiting: Waiting<Permit>): void {
    const line = this.lines.get(waiting.share);
    line?.delete(waiting);
    if (line?.size === 0) this.lines.delete(waiting.share);
  }
}
