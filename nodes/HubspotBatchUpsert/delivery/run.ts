import { randomBytes } from 'node:crypto';
import type { BatchTarget } from '../model/batchTarget';
import { CANCELLED, UNACCOUNTED, type Fault } from '../model/fault';
import { InputNotes } from '../model/inputNotes';
import { Ledger } from '../model/ledger';
import type { RecordWrite } from '../model/record';
import { StrayErrors } from '../model/strayErrors';
import { Targets } from '../model/target';
import { notSent } from '../response/faults';
import { notAssociated } from '../response/pairErrors';
import { Traffic } from './traffic';

/** One execution of the node: its ledger, its targets, and whether it goes on. */
export class Run {
  /** Unique to the run; every trace id that the node makes begins with it. */
  readonly id = randomBytes(4).toString('hex');
  readonly ledger: Ledger;
  /** Known once the property definitions are. */
  targets = new Targets();
  readonly traffic = new Traffic();
  /** Known once the items are understood. */
  inputNotes = new InputNotes();
  readonly strayErrors = new StrayErrors();
  /** Sentences for the user that are no item's outcome. */
  readonly notes: string[] = [];
  /** Aborted when the run ends, for whatever reason. */
  readonly endSignal: AbortSignal;
  private ending: Fault | undefined;
  private readonly end = new AbortController();

  constructor(
    itemCount: number,
    /** Aborted when the user cancels the execution. */
    readonly cancelSignal: AbortSignal | undefined,
  ) {
    this.ledger = new Ledger(itemCount);
    this.endSignal = cancelSignal
      ? AbortSignal.any([cancelSignal, this.end.signal])
      : this.end.signal;
  }

  /** Nothing is sent afterwards. The first fault counts; later ones are its echoes. */
  stop(fault: Fault): void {
    this.ending ??= fault;
    this.end.abort();
  }

  /** Why nothing at all may be sent any more; undefined while the run goes on. */
  get stopped(): Fault | undefined {
    return this.cancelSignal?.aborted ? CANCELLED : this.ending;
  }

  /** May nothing be sent to the target any more? */
  isStopped({ fault }: BatchTarget): boolean {
    return (this.stopped ?? fault) !== undefined;
  }

  /** Why the record may not be sent any more; undefined where it may. */
  faultFor({ target, properties }: RecordWrite): Fault | undefined {
    return this.stopped ?? target.faultFor(properties);
  }

  /** The fault for which the node may throw: every record met it, and nothing can have been written. */
  faultOfAll(): Fault | undefined {
    if (this.ledger.holdsWritten || this.ledger.holdsUnconfirmed) return undefined;
    const common = this.stopped ?? this.targets.faultOfAll;
    return common?.throws ? common : undefined;
  }

  /** Gives every item that is still without one the outcome that it, or its association, was not sent. */
  settleRest(): void {
    const failure = notSent(this.stopped ?? UNACCOUNTED);
    this.ledger.settle(this.ledger.unsettled(), () => ({ traceId: null, failure }));
    const unlinked = notAssociated(this.stopped ?? UNACCOUNTED);
    for (const index of this.ledger.unassociated()) {
      this.ledger.settleAssociations(index, [], unlinked);
    }
  }
}
