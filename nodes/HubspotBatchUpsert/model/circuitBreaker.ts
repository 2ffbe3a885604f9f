/** Why a record failed, in a form that is the same for the same reason. */
export interface FailureSignature {
  key: string;
  /** May it be what the record holds, so that the next one passes? */
  isAboutRecord: boolean;
}

/** After so many batches in a row that failed for one reason, the next one would fail, too. */
const FAILED_BATCHES = 3;

/** Items that stand together may be wrong in the same way: so many records have to fail, however small the batches. */
const FAILED_RECORDS = 60;

/** So many records of a batch, sent one by one, stand for all of it as long as none passes. */
export const SAMPLE = 20;

/** Ends a target's part of the run where HubSpot takes nothing any more, and always for one reason. */
export class CircuitBreaker {
  private signature: FailureSignature | undefined;
  /** Requests that HubSpot refused since it took something. */
  private refusals = 0;
  /** How many records of which batch failed since something passed. */
  private readonly failed = new Map<{ members: readonly unknown[] }, number>();

  /** Takes in that HubSpot refused a request whole. */
  countRefusal(): void {
    this.refusals += 1;
  }

  /** Takes in that a record of a batch failed, though it was sent alone or with others that did. */
  countFailure(batch: { members: readonly unknown[] }, signature: FailureSignature): void {
    if (this.signature?.key !== signature.key) this.failed.clear();
    this.signature = signature;
    this.failed.set(batch, (this.failed.get(batch) ?? 0) + 1);
  }

  /** Takes in that HubSpot took something. */
  reset(): void {
    this.refusals = 0;
    this.signature = undefined;
    this.failed.clear();
  }

  /** May every record meet what HubSpot refuses just now? */
  get isSuspicious(): boolean {
    return this.refusals >= FAILED_BATCHES;
  }

  /** Is there no sense in sending another batch? */
  get isOpen(): boolean {
    let [batches, records] = [0, 0];
    for (const [{ members }, count] of this.failed) {
      records += count;
      if (count >= Math.min(SAMPLE, members.length)) batches += 1;
    }
    return (
      batches >= FAILED_BATCHES && (!this.signature?.isAboutRecord || records >= FAILED_RECORDS)
    );
  }
}
