import type { Batch } from '../model/batch';
import type { RecordWrite } from '../model/record';
import type { Target } from '../model/target';
import { sendBatch, type RunContext } from './sendBatch';
import { leaveUnknown } from './settle';
import type { Turns } from './turns';

/**
 * Before the circuit breaker of a target opens, a few records from elsewhere in the input are sent,
 * each alone: those that failed may be wrong in the same way because they stand together.
 */
export class TrialRequests {
  private readonly underWay = new Map<Target, Promise<boolean>>();

  /** @param unsent Batches of the round that have not left yet. */
  constructor(
    private readonly unsent: Batch[],
    private readonly turns: Turns,
  ) {}

  /** The end of the target's trial; undefined where none is under way. */
  endOf(target: Target): Promise<unknown> | undefined {
    return this.underWay.get(target);
  }

  /**
   * Does HubSpot take a record that stands apart from those that failed? Then the run goes on.
   *
   * @param own A record of the batch itself, as far from those that failed as there is one.
   */
  async pass(target: Target, own: RecordWrite | undefined, context: RunContext): Promise<boolean> {
    const trial = this.underWay.get(target) ?? this.make(target, own, context);
    this.underWay.set(target, trial);
    try {
      return await trial;
    } finally {
      this.underWay.delete(target);
    }
  }

  private async make(
    target: Target,
    own: RecordWrite | undefined,
    context: RunContext,
  ): Promise<boolean> {
    for (const write of this.taken(target, own)) {
      if (!(await isTaken(write, context))) continue;
      target.breaker.reset();
      this.turns.letAllGo();
      return true;
    }
    return false;
  }

  /** One record after the other, each from another part of the input and taken out of its batch. */
  private *taken(target: Target, own: RecordWrite | undefined): Generator<RecordWrite> {
    if (own) yield own;
    const batches = this.unsent.filter((batch) => batch.target === target);
    for (const place of new Set([0, Math.floor(batches.length / 2), batches.length - 1])) {
      const batch = batches[place];
      const write = batch?.writes.pop();
      if (batch?.writes.length === 0) this.unsent.splice(this.unsent.indexOf(batch), 1);
      if (write) yield write;
    }
  }
}

async function isTaken(write: RecordWrite, context: RunContext): Promise<boolean> {
  const { target } = write;
  try {
    for (let left = [write]; left.length > 0;) {
      const { isTaken: isTakenNow, resend } = await sendBatch({ target, writes: left }, context);
      if (isTakenNow) return true;
      left = resend.flat();
    }
    return false;
  } finally {
    leaveUnknown([write], context.run.ledger);
  }
}
