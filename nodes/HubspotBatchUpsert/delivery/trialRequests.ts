import type { Batch } from '../model/batch';
import type { BatchTarget } from '../model/batchTarget';
import type { Stage } from './stage';
import type { Turns } from './turns';

/** Where in what has not left yet a trial takes its records: at its end, in its middle, at its start. */
const PARTS = [0, 1 / 2, 1];

/**
 * Before the circuit breaker of a target opens, a few records from elsewhere in the input are sent,
 * each alone: those that failed may be wrong in the same way because they stand together.
 */
export class TrialRequests<Member, To extends BatchTarget> {
  private readonly underWay = new Map<To, Promise<boolean>>();

  /** @param unsent Batches of the round that have not left yet. */
  constructor(
    private readonly unsent: Batch<Member, To>[],
    private readonly turns: Turns,
    private readonly stage: Stage<Member, To>,
    /** Called with what was taken out of another batch, as soon as it is settled. */
    private readonly onSettled: (members: readonly Member[]) => void = () => undefined,
  ) {}

  /** The end of the target's trial; undefined where none is under way. */
  endOf(target: To): Promise<unknown> | undefined {
    return this.underWay.get(target);
  }

  /**
   * Does HubSpot take a record that stands apart from those that failed? Then the run goes on.
   *
   * @param takeOwn Takes a record of the batch itself, as far from those that failed as there is one. It
   *   is not called while another batch's trial is under way, which then counts for this one, too.
   */
  async pass(target: To, takeOwn: () => Member | undefined): Promise<boolean> {
    const trial = this.underWay.get(target) ?? this.make(target, takeOwn());
    this.underWay.set(target, trial);
    try {
      return await trial;
    } finally {
      this.underWay.delete(target);
    }
  }

  private async make(target: To, own: Member | undefined): Promise<boolean> {
    for (const member of this.taken(target, own)) {
      const isTaken = await this.isTaken(target, member);
      if (member !== own) this.onSettled([member]);
      if (!isTaken) continue;
      target.breaker.reset();
      this.turns.letAllGo();
      return true;
    }
    return false;
  }

  /** One record after the other, each from another part of the input and taken out of its batch. */
  private *taken(target: To, own: Member | undefined): Generator<Member> {
    if (own !== undefined) yield own;
    const tried = new Set<Batch<Member, To>>();
    for (const part of PARTS) {
      // Batches may have left since the last one was taken.
      const batches = this.unsent.filter((batch) => batch.target === target);
      const batch = batches[Math.floor(part * (batches.length - 1))];
      if (batch === undefined || tried.has(batch)) continue;
      tried.add(batch);
      const member = batch.members.pop();
      if (batch.members.length === 0) this.unsent.splice(this.unsent.indexOf(batch), 1);
      if (member !== undefined) yield member;
    }
  }

  private async isTaken(target: To, member: Member): Promise<boolean> {
    try {
      for (let left = [member]; left.length > 0;) {
        const { isTaken, resend, apart } = await this.stage.send({ target, members: left });
        if (isTaken) return true;
        left = [...resend, ...apart].flat();
      }
      return false;
    } finally {
      this.stage.abandon([member]);
    }
  }
}
