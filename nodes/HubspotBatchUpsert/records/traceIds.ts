import { ownFailure, type Failure } from '../outcome/outcome';
import { quote } from '../values/converted';
import type { RecordWrite } from './recordInput';

/**
 * Gives every record a trace id of its own, since HubSpot tells the outcomes of a batch apart by
 * them and refuses a batch whole where one is missing. A user's trace id goes to the first record
 * that claims it.
 */
export class TraceIds {
  private readonly taken = new Set<string>();
  private count = 0;

  /**
   * @param runId Unique to the run, so that a trace id found in HubSpot's logs leads to one run.
   * @param given Those that the user gave to the items, which no other record may get.
   */
  constructor(
    private readonly runId: string,
    private readonly given: ReadonlySet<string>,
  ) {}

  /** The write with its trace id, or why there is none for it. */
  assign(write: RecordWrite): RecordWrite | Failure {
    if (write.traceId === '') return { ...write, traceId: this.nextOwn() };
    if (this.taken.has(write.traceId)) return claimedTwice(write);
    this.taken.add(write.traceId);
    return write;
  }

  private nextOwn(): string {
    do this.count += 1;
    while (this.given.has(`${this.runId}-${this.count}`));
    return `${this.runId}-${this.count}`;
  }
}

function claimedTwice({ traceId }: RecordWrite): Failure {
  const message = `The objectWriteTraceId ${quote(traceId)} stands for more than one record of this run: make it unique, or leave the option empty`;
  return ownFailure('DUPLICATE_TRACE_ID', message, { value: traceId });
}
