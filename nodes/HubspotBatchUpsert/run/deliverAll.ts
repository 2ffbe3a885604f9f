import { internalFault } from '../outcome/fault';
import { ownFailure, type Failure } from '../outcome/outcome';
import { Bell } from '../pace/bell';
import type { Batch } from '../records/batches';
import { deliverBatch } from './deliverBatch';
import { groupOf } from './runState';
import type { Delivering } from './delivering';
import { settle } from './settle';

/** A fault of the whole run costs so many requests at most, however many may be under way. */
const SCOUTS = 10;

/**
 * Sends all batches, several at a time. A round begins when every outcome of the round before is
 * known. In each a few batches go ahead, and the others follow when one of them is done.
 */
export async function deliverAll(
  batches: readonly Batch[],
  delivering: Delivering,
  maxConcurrency: number,
): Promise<void> {
  for (const round of byRound(batches)) {
    const waiting = round.values();
    const done = new Bell();
    const first = done.next();
    const work = async (): Promise<void> => {
      for (const batch of waiting) {
        await deliverSafely(batch, delivering);
        done.ring();
      }
    };
    const workers = Array.from({ length: Math.min(maxConcurrency, round.length) }, (_, number) =>
      number < SCOUTS ? work() : first.then(work),
    );
    await Promise.all(workers);
  }
}

/** A fault of the node itself ends the run, and must not lose what other batches have written. */
async function deliverSafely(batch: Batch, delivering: Delivering): Promise<void> {
  const { run } = delivering;
  try {
    run.countBatch(batch, await deliverBatch(batch, delivering));
  } catch (error) {
    run.report(internalFault(error), groupOf(batch));
    const unsettled = new Set(run.ledger.unsettled());
    for (const write of batch.writes) {
      if (write.indexes.every((index) => unsettled.has(index))) settle(write, unknownEnd(), run);
    }
  }
}

function unknownEnd(): Failure {
  const message =
    'The node failed while the record was on its way: whether it was written is not known';
  return ownFailure('NO_OUTCOME', message, { retryable: true, attempted: true, stage: 'upsert' });
}

function byRound(batches: readonly Batch[]): Batch[][] {
  const rounds: Batch[][] = [];
  for (const batch of batches) (rounds[batch.round] ??= []).push(batch);
  return rounds;
}
