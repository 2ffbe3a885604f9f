/** One who waits for a turn. */
export interface Waiting<Turn> {
  share: number;
  /** Place in the order of coming. */
  number: number;
  grant: (turn: Turn) => void;
}

/**
 * Those who wait for a turn, in the order of their coming. Each share of the limit has a line of
 * its own, because a run that may use little must not hold up one that may use all.
 */
export class Queue<Turn> {
  private readonly lines = new Map<number, Set<Waiting<Turn>>>();
  private came = 0;

  /**
   * Joins the line of the share. One who gives up leaves at once, and the others keep their places.
   *
   * @throws the signal's reason where it is aborted before the turn comes.
   */
  async join(share: number, signal: AbortSignal | undefined): Promise<Turn> {
    signal?.throwIfAborted();
    return await new Promise<Turn>((resolve, reject) => {
      const giveUp = () => {
        this.leave(waiting);
        reject(signal?.reason as Error);
      };
      const grant = (turn: Turn) => {
        signal?.removeEventListener('abort', giveUp);
        this.leave(waiting);
        resolve(turn);
      };
      const waiting = { share, number: (this.came += 1), grant };
      this.lines.set(share, (this.lines.get(share) ?? new Set()).add(waiting));
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  /** The first of every line, the one who came first before the others. */
  heads(): Array<Waiting<Turn>> {
    const heads = [...this.lines.values()].flatMap(([head]) => head ?? []);
    return heads.sort((a, b) => a.number - b.number);
  }

  private leave(waiting: Waiting<Turn>): void {
    const line = this.lines.get(waiting.share);
    line?.delete(waiting);
    if (line?.size === 0) this.lines.delete(waiting.share);
  }
}
