/** So many requests of a run are in flight at once; the others wait in line. */
export class RequestSlots {
  private readonly waiting: Array<() => void> = [];

  /** @param free How many requests may be in flight. */
  constructor(private free: number) {}

  /** Resolves when one more request may leave. */
  async take(): Promise<void> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  /** Lets the next request leave. */
  giveBack(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
