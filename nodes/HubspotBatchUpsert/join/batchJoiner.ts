import { JointRequest, type Participant, type Permit } from './jointRequest';
import { RecordOrder } from './recordOrder';
import { whichJoin, type WaitingBatch } from './waitingBatch';

/** Waits for the right to send. @throws the signal's reason, or whatever keeps it from being had. */
export type Acquire = (signal: AbortSignal | undefined) => Promise<Permit>;

/** A batch between its coming and its end, however often it is sent. */
export interface Entry<Member> extends WaitingBatch {
  /** Given while it waits for the right to leave. */
  wait?: Wait<Member>;
}

interface Wait<Member> {
  leave: (participant: Participant<Member>) => void;
  /** Withdraws its own request for the right to send. */
  withdraw: AbortController;
}

const JOINED = new Error('It leaves with another batch');

/**
 * Lets the batches of all executions on an account that wait for the right to send leave together, and
 * those that write the same record one after the other. Nothing waits longer than it would by itself.
 */
export class BatchJoiner<Member> {
  private readonly entries = new Set<Entry<Member>>();
  private readonly order = new RecordOrder<object>();

  /** Takes a batch in; until it leaves for good, no later one writes its records. */
  enter(batch: WaitingBatch): Entry<Member> {
    const entry = { ...batch };
    this.entries.add(entry);
    this.order.enter(entry, batch.records);
    return entry;
  }

  /**
   * Takes a place for records that HubSpot is asked for before they are written. It resolves when no earlier
   * batch writes one of them any more, or with the signal; no later one does until the place is given up.
   *
   * @returns Gives the place up.
   */
  async hold(records: readonly string[], signal: AbortSignal | undefined): Promise<() => void> {
    const place = {};
    this.order.enter(place, records);
    await this.order.turn(place, signal);
    return () => this.order.leave(place);
  }

  /** Resolves when no earlier batch writes one of its records any more, or with the signal. */
  async turn(entry: Entry<Member>, signal: AbortSignal | undefined): Promise<void> {
    await this.order.turn(entry, signal);
  }

  /**
   * Waits for the right to leave: its own, or that of a batch which it may join.
   *
   * @throws what `acquire` throws.
   */
  async acquire(
    entry: Entry<Member>,
    acquire: Acquire,
    signal: AbortSignal | undefined,
  ): Promise<Participant<Member>> {
    return await new Promise((resolve, reject) => {
      const withdraw = new AbortController();
      const wait: Wait<Member> = { leave: resolve, withdraw };
      entry.wait = wait;
      acquire(signal ? AbortSignal.any([signal, withdraw.signal]) : withdraw.signal).then(
        (permit) => {
          if (entry.wait === wait) this.depart(entry, permit);
          else permit.release();
        },
        (reason: Error) => {
          if (entry.wait !== wait) return;
          entry.wait = undefined;
          reject(reason);
        },
      );
    });
  }

  leave(entry: Entry<Member>): void {
    this.entries.delete(entry);
    this.order.leave(entry);
  }

  private depart(granted: Entry<Member>, permit: Permit): void {
    const others = [...this.entries].filter(
      (entry) => entry !== granted && entry.wait !== undefined && entry.way === granted.way,
    );
    const joined = whichJoin([granted, ...others]);
    const joint = new JointRequest<Member>(permit, joined.length);
    for (const entry of joined) {
      const { wait } = entry;
      entry.wait = undefined;
      if (entry !== granted) wait?.withdraw.abort(JOINED);
      wait?.leave(joint.participant());
    }
  }
}
