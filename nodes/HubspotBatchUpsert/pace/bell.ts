/** Lets all that wait for the same thing go on together when it happens. */
export class Bell {
  private waiting: Array<() => void> = [];

  /** The next time that it rings. */
  async next(): Promise<void> {
    await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  ring(): void {
    const rung = this.waiting;
    this.waiting = [];
    for (const goOn of rung) goOn();
  }
}
