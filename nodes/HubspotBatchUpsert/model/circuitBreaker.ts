/** After so many batches in a row that failed whole for one reason, the next one would fail, too. */
const MAX_FAILED_IN_A_ROW = 3;

/** Counts batches of a target that failed whole, one after the other, for the same reason. */
export class CircuitBreaker {
  private signature: string | undefined;
  private failed = 0;

  /** @param signature Why every record of a batch failed; undefined where one was written. */
  count(signature: string | undefined): void {
    this.failed = signature === undefined ? 0 : signature === this.signature ? this.failed + 1 : 1;
    this.signature = signature;
  }

  /** Is there no sense in sending another batch? */
  get isOpen(): boolean {
    return this.failed >= MAX_FAILED_IN_A_ROW;
  }
}
