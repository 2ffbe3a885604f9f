import { ownFailure, type Failure } from '../model/outcome';
import { quote } from '../values/quote';

/**
 * Gives every write a trace id that no other record has, since HubSpot tells the outcomes of a batch
 * apart by them and refuses a batch whole where one is missing. A user's trace id goes to the first
 * record that claims it, and to all of its writes that do: these never stand in one request.
 */
export class TraceIds {
  private readonly owners = new Map<string, object>();
  private count = 0;
  /** What all of the node's own begin with: one text, however many there are. */
  private readonly start: string;

  /**
   * @param runId Unique to the run, so that a trace id found in HubSpot's logs leads to one run.
   * @param given Those that the user gave to items that are sent, which no other record may get.
   */
  constructor(
    runId: string,
    private readonly given: ReadonlySet<string>,
  ) {
    this.start = `${runId}-`;
  }

  /**
   * The trace id of one more write, or why there is none for it.
   *
   * @param wanted The user's own; empty where there is none.
   * @param record Whatever stands for the record that is written.
   */
  next(wanted: string, record: object): string | Failure {
    if (wanted === '') return this.nextOwn();
    const owner = this.owners.get(wanted) ?? record;
    this.owners.set(wanted, owner);
    return owner === record ? wanted : claimedTwice(wanted);
  }

  private nextOwn(): string {
    for (;;) {
      this.count += 1;
      const own = this.start + this.count;
      if (!this.given.has(own)) return own;
    }
  }
}

function claimedTwice(traceId: string): Failure {
  const message = `The trace ID ${quote(traceId)} stands for more than one record of this run: make it unique, or leave the option Object Write Trace ID empty`;
  return ownFailure('DUPLICATE_TRACE_ID', message, { value: traceId });
}
