/** Lets those who ask have their turn one after the other. */
export class Turns {
  private isTaken = false;
  private readonly waiting: Array<(end: (() => void) | undefined) => void> = [];

  /** @returns Ends the turn, for the next one to begin; undefined where none is needed any more. */
  async take(): Promise<(() => void) | undefined> {
    if (!this.isTaken) return this.begin();
    return await new Promise((resolve) => this.waiting.push(resolve));
  }

  /** All who wait may go on, without a turn. */
  letAllGo(): void {
    for (const goOn of this.waiting.splice(0)) goOn(undefined);
  }

  private begin(): () => void {
    this.isTaken = true;
    return () => {
      this.isTaken = false;
      this.waiting.shift()?.(this.begin());
    };
  }
}
