import type { Identity } from '../records/recordInput';
import type { Failure, Outcome } from './outcome';

/** What the ledger knows of one item: which record it stood for, if any, and what became of it. */
export interface Entry extends Partial<Identity> {
  /** The trace id under which it was, or would have been, sent. */
  traceId: string | null;
  outcome: Outcome;
}

/**
 * One outcome for every item of the run. It is the only thing that several steps write to, and each
 * item's outcome is written once.
 */
export class Ledger {
  /** Was anything written, as far as is known? */
  holdsWritten = false;
  /** Items whose record went out, or would have, with another item's. */
  merged = 0;
  private readonly entries: Array<Entry | undefined>;

  constructor(readonly size: number) {
    this.entries = new Array<Entry | undefined>(size).fill(undefined);
  }

  /** @throws Error where an item already has an outcome: that would be a fault of the node. */
  settle(indexes: readonly number[], entry: Entry): void {
    this.holdsWritten ||= entry.outcome.kind === 'written';
    if (entry.traceId !== null) this.merged += indexes.length - 1;
    for (const index of indexes) {
      if (this.entries[index] !== undefined) {
        throw new Error(`Item ${index} was given a second outcome`);
      }
      this.entries[index] = entry;
    }
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
    const outcome = index === undefined ? undefined : this.entries[index]?.outcome;
    return outcome?.kind === 'failure' ? outcome : undefined;
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
