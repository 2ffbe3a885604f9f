/** Lets those who ask have their turn one after the other. */
export class Turns {
  private last: Promise<void> = Promise.resolve();

  /** @returns Ends the turn, for the next one to begin. */
  async take(): Promise<() => void> {
    const previous = this.last;
    let end = (): void => undefined;
    this.last = new Promise((resolve) => {
      end = resolve;
    });
    await previous;
    return end;
  }
}
