import { randomBytes } from 'node:crypto';
import { Ledger } from '../model/ledger';
import type { Failure } from '../model/outcome';
import { CANCELLED, leftOut, LOST, sameEveryTime, type Fault } from '../response/faults';
import type { Batch } from '../prepare/batches';
import { identityKey, type Identity, type RecordWrite } from '../model/record';
import { Breaker } from '../model/circuitBreaker';
import { PropertyFaults } from './propertyFaults';

/** What one execution of the node knows of itself while it runs. */
export class Run {
  /** Unique to the run; every trace id that the node makes begins with it. */
  readonly id = randomBytes(4).toString('hex');
  readonly ledger: Ledger;
  /** Requests sent, repetitions included. */
  requests = 0;
  /** Of these, repetitions. */
  retried = 0;
  /** Were the parameters and the credential usable, so that items are under way? */
  hasBegun = false;
  /** Sentences for the user that are no item's outcome. */
  readonly notes: string[] = [];
  /** Aborted when the run ends, for whatever reason. */
  readonly endSignal: AbortSignal;
  /** What ended the run; nothing is sent afterwards. */
  private ending: Fault | undefined;
  private readonly end = new AbortController();
  /** All that items ask for, as `groupOf` tells it apart. */
  private readonly groups = new Set<string>();
  /** Faults of one object type and idProperty; nothing more is sent for them. */
  private readonly groupFaults = new Map<string, Fault>();
  private readonly propertyFaults = new PropertyFaults();
  private readonly maybeWritten = new WeakSet<RecordWrite>();
  private readonly doubtful = new Set<string>();
  private readonly refused = new WeakMap<RecordWrite, Failure>();
  private readonly breakers = new Map<string, Breaker>();
  private lastSearch: Promise<unknown> = Promise.resolve();

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

  /** Notes what the items ask for: only a fault that all of it met is the whole run's. */
  expect(targets: ReadonlyArray<{ objectType: string; idProperty: string }>): void {
    this.hasBegun = true;
    for (const target of targets) this.groups.add(groupOf(target));
  }

  /** The first fault counts; later ones are its echoes. */
  report(fault: Fault, group: string): void {
    if (fault.scope === 'run') {
      this.ending ??= fault;
      this.end.abort();
    } else if (fault.properties) this.propertyFaults.add(fault, group);
    else if (!this.groupFaults.has(group)) this.groupFaults.set(group, fault);
  }

  /** Why the record may not be sent any more; undefined where it may. */
  faultMetBy(write: RecordWrite): Fault | undefined {
    if (!this.ended && this.groupFaults.size === 0 && this.propertyFaults.areNone) return undefined;
    const group = groupOf(write);
    return this.faultOf(group) ?? this.propertyFaults.metBy(write, group);
  }

  /** May no record of the batch be sent any more? */
  isOver(batch: Batch): boolean {
    return this.faultOf(groupOf(batch)) !== undefined;
  }

  /** Notes that HubSpot answered for records of the group otherwise than with a fault of the run. */
  noteAnswered(group: string): void {
    this.propertyFaults.exclude(group);
  }

  /** Notes that HubSpot may have written the records without saying so, be it later. */
  noteMaybeWritten(writes: readonly RecordWrite[]): void {
    for (const write of writes) this.maybeWritten.add(write);
  }

  isMaybeWritten(write: RecordWrite): boolean {
    return this.maybeWritten.has(write);
  }

  /** Notes that nobody knows whether a write to the record is still to come. */
  doubt(record: Identity): void {
    this.doubtful.add(identityKey(record));
  }

  isDoubtful(record: Identity): boolean {
    return this.doubtful.size > 0 && this.doubtful.has(identityKey(record));
  }

  /** Keeps the refusal that the record shared with its batch, until it is sent again. */
  noteRefused(write: RecordWrite, refusal: Failure): void {
    this.refused.set(write, refusal);
  }

  refusalOf(write: RecordWrite): Failure | undefined {
    return this.refused.get(write);
  }

  /**
   * Takes in how a batch ended, and ends its part of the run where batch after batch fails whole.
   *
   * @param cause Why it was not taken as it was.
   */
  countBatch(batch: Batch, cause: string | undefined): void {
    const group = groupOf(batch);
    const failures = batch.writes.map(({ indexes }) => this.ledger.failureOf(indexes[0]));
    const [first] = failures;
    const breaker = this.breakers.get(group) ?? new Breaker();
    this.breakers.set(group, breaker);
    const isEverybodys = failures.every((failure) => failure?.property === null);
    breaker.count(isEverybodys ? cause : undefined);
    if (breaker.isOpen && first) this.report(sameEveryTime(first), group);
  }

  /**
   * Runs searches for offenders one after the other as long as nothing was written: where every
   * record is refused for a cause of its own kind, one search tells as much as ten.
   */
  async searchInTurn(search: () => Promise<void>): Promise<void> {
    if (this.ledger.holdsWritten) return await search();
    const turn = this.lastSearch.then(search);
    this.lastSearch = turn.catch(() => undefined);
    await turn;
  }

  /** The fault for which the node may throw: every record met it, and nothing can have been written. */
  faultOfAll(): Fault | undefined {
    if (this.ledger.holdsWritten || this.doubtful.size > 0) return undefined;
    const faults = [...this.groups].map(
      (group) => this.groupFaults.get(group) ?? this.propertyFaults.metByAll(group),
    );
    const common = this.ended ?? (faults.includes(undefined) ? undefined : faults[0]);
    return common?.throws ? common : undefined;
  }

  /** Gives every item that is still without one the outcome that it was not sent. */
  settleRest(): void {
    const fault = this.ended ?? LOST;
    const failure = leftOut(fault);
    this.ledger.settle(this.ledger.unsettled(), () => ({ traceId: null, failure }));
  }

  private faultOf(group: string): Fault | undefined {
    return this.ended ?? this.groupFaults.get(group);
  }

  /** Why nothing at all may be sent any more; undefined while the run goes on. */
  get ended(): Fault | undefined {
    return this.cancelSignal?.aborted ? CANCELLED : this.ending;
  }
}

/** Faults are told apart by what they can be about: an object type and the property of its ids. */
export function groupOf({
  objectType,
  idProperty,
}: {
  objectType: string;
  idProperty: string;
}): string {
  return `${objectType}\u0000${idProperty}`;
}
