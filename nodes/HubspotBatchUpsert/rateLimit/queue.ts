/** One who waits for a permit. */
export interface Waiting<Permit> {
  share: number;
  /** Place in the order of coming. */
  number: number;
  grant: (permit: Permit) => void;
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
   * @throws the signal's reason where it is aborted before the permit comes.
   */
  async join(share: number, signal: AbortSignal | undefined): Promise<Permit> {
    signal?.throwIfAborted();
    return await new Promise<Permit>((resolve, reject) => {
      const giveUp = () => {
        this.leave(waiting);
        reject(signal?.reason as Error);
      };
      const grant = (permit: Permit) => {
        signal?.removeEventListener('abort', giveUp);
        this.leave(waiting);
        resolve(permit);
      };
      const waiting = { share, number: (this.came += 1), grant };
      this.lines.set(share, (this.lines.get(share) ?? new Set()).add(waiting));
      signal?.addEventListener('abort', giveUp, { once: true });
    });
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
