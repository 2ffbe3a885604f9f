/** Batches that may fail whole for the same cause before it is taken for the cause of all. */
const MAX_FAILED_IN_A_ROW = 3;

/** Counts batches that failed whole, one after the other, for the same cause. */
export class Breaker {
  private cause: string | undefined;
  private failed = 0;

  /** @param cause Why every record of a batch failed; undefined where one was written. */
  count(cause: string | undefined): void {
    this.failed = cause === undefined ? 0 : cause === this.cause ? this.failed + 1 : 1;
    this.cause = cause;
  }

  /** Is there no sense in sending another batch? */
  get isOpen(): boolean {
    return this.failed >= MAX_FAILED_IN_A_ROW;
  }
}
