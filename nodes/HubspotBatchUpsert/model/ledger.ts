import type { IDataObject } from 'n8n-workflow';
import type { Failure } from './outcome';
import type { RecordFields } from './recordFields';
import type { TargetNames } from './target';

/** What the ledger knows of one item. */
export type Entry = RecordEntry | FailedEntry;

/** An item that has what was chosen for it: it was written, or left as it is, or a dry run tells what would be done. */
export interface RecordEntry {
  hubspot: RecordFields;
  /** What the run associated the record with; undefined where that is nothing. */
  associations?: IDataObject[];
  /** Why the record, though it is written, is not associated as its item asks. */
  notAssociated?: Failure;
}

/** Which record it stood for, if any, and why HubSpot does not hold it. */
export interface FailedEntry {
  target?: TargetNames;
  id?: string;
  /** The trace id under which it was, or would have been, sent. */
  traceId: string | null;
  failure: Failure;
  /** Does nobody know whether HubSpot wrote it all the same? */
  isOutcomeUnknown?: boolean;
}

export function hasRecord(entry: Entry): entry is RecordEntry {
  return 'hubspot' in entry;
}

/** Was the record sent to HubSpot, and is it there? */
export function isWritten(entry: Entry): entry is RecordEntry {
  return hasRecord(entry) && isWrittenOutcome(entry.hubspot.outcome);
}

/** Does a record with this outcome hold what was sent for it? */
export function isWrittenOutcome(outcome: unknown): boolean {
  return WRITTEN.has(outcome);
}

const WRITTEN: ReadonlySet<unknown> = new Set<RecordFields['outcome']>([
  'created',
  'updated',
  'written',
]);

/**
 * One outcome for every item of the run. It is the only thing that several steps write to, and each
 * item's outcome is written once.
 */
export class Ledger {
  /** Was anything written, as far as is known? */
  holdsWritten = false;
  /** Is there a record of which nobody knows whether it was written? */
  holdsUnconfirmed = false;
  /** Items whose record went out, or would have, with another item's. */
  merged = 0;
  /** Associations that items asked for and HubSpot has. */
  associated = 0;
  private settled = 0;
  private readonly entries: Array<Entry | undefined>;
  /** Items that are not done before it is known whether their records are associated. */
  private readonly toAssociate = new Set<number>();

  constructor(readonly size: number) {
    this.entries = new Array<Entry | undefined>(size).fill(undefined);
  }

  /**
   * @param entryOf Makes the entry of each item: what one of them carries is no other one's.
   * @throws Error where an item already has an outcome: that would be a fault of the node.
   */
  settle(indexes: readonly number[], entryOf: (index: number) => Entry): void {
    indexes.forEach((index, place) => {
      if (this.entries[index] !== undefined) {
        throw new Error(`Item ${index} was given a second outcome`);
      }
      const entry = entryOf(index);
      this.entries[index] = entry;
      this.settled += 1;
      this.holdsWritten ||= isWritten(entry);
      if (place > 0 && (hasRecord(entry) || entry.traceId !== null)) this.merged += 1;
    });
  }

  /** Notes that items also ask for associations, which are told by `settleAssociations`. */
  expectAssociations(indexes: Iterable<number>): void {
    for (const index of indexes) this.toAssociate.add(index);
  }

  /**
   * Takes in what became of the associations of an item whose record was written.
   *
   * @param made Those that HubSpot has.
   * @param notAssociated Why the others are missing; undefined where none is.
   * @throws Error where the record was not written, or this was told before: a fault of the node.
   */
  settleAssociations(index: number, made: readonly IDataObject[], notAssociated?: Failure): void {
    const entry = this.entry(index);
    if (!hasRecord(entry) || !this.toAssociate.delete(index)) {
      throw new Error(`Item ${index} has no record to associate`);
    }
    if (made.length > 0) entry.associations = [...made];
    if (notAssociated) entry.notAssociated = notAssociated;
    this.associated += made.length;
  }

  /** Indexes of the items that have their record, and of whose associations nothing is known. */
  unassociated(): number[] {
    return [...this.toAssociate].filter((index) => {
      const entry = this.entries[index];
      return entry !== undefined && hasRecord(entry);
    });
  }

  /** How many items have their outcome, and that of their associations. */
  get done(): number {
    return this.settled - this.unassociated().length;
  }

  /** What the item's record is told to have come to; undefined where it failed, or nothing is known yet. */
  outcomeOf(index: number | undefined): RecordFields['outcome'] | undefined {
    return this.recordOf(index)?.hubspot.outcome;
  }

  /** The record id of the item's record; undefined where that is not known. */
  recordIdOf(index: number | undefined): string | undefined {
    const id = this.recordOf(index)?.hubspot.id;
    return typeof id === 'string' ? id : undefined;
  }

  /** Indexes of the items without an outcome. */
  unsettled(): number[] {
    const indexes: number[] = [];
    this.entries.forEach((entry, index) => {
      if (entry === undefined) indexes.push(index);
    });
    return indexes;
  }

  /** The item's failure; undefined where it was written, or nothing is known of it yet. */
  failureOf(index: number | undefined): Failure | undefined {
    const entry = index === undefined ? undefined : this.entries[index];
    return entry && !hasRecord(entry) ? entry.failure : undefined;
  }

  private recordOf(index: number | undefined): RecordEntry | undefined {
    const entry = index === undefined ? undefined : this.entries[index];
    return entry && hasRecord(entry) ? entry : undefined;
  }

  /**
   * Gives what is known of an item away, so that nothing is held twice while it is laid out.
   *
   * @throws Error where an item has no outcome: that would be a fault of the node.
   */
  take(index: number): Entry {
    const entry = this.entry(index);
    this.entries[index] = undefined;
    return entry;
  }

  /** @throws Error where an item has no outcome: that would be a fault of the node. */
  entry(index: number): Entry {
    const entry = this.entries[index];
    if (entry === undefined) throw new Error(`Item ${index} was left without an outcome`);
    return entry;
  }
}
