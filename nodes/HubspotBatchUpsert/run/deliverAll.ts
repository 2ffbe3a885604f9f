import { internalFault } from '../outcome/fault';
import { ownFailure, type Failure } from '../outcome/outcome';
import { Bell } from '../pace/bell';
import type { Settings } from '../input/settings';
import { toBatches, type Batch } from '../records/batches';
import type { RecordWrite } from '../records/recordInput';
import { deliverBatch } from './deliverBatch';
import { groupOf } from './runState';
import type { Delivering } from './delivering';
import { settle } from './settle';

/** A fault of the whole run costs so many requests at most, however many may be under way. */
const SCOUTS = 10;

/**
 * Sends all records in batches, several at a time. A round begins when every outcome of the round
 * before is known. In each a few batches go ahead, and the others follow when one of them is done.
 */
export async function deliverAll(
  writes: Iterable<RecordWrite>,
  delivering: Delivering,
  { batchSize, maxConcurrency }: Pick<Settings, 'batchSize' | 'maxConcurrency'>,
): Promise<void> {
  let waiting = writes;
  for (let round = 0; ; round += 1) {
    const later: RecordWrite[] = [];
    const batches = toBatches(waiting, batchSize, round, later);
    await deliverRound(batches, delivering, maxConcurrency);
    if (later.length === 0) return;
    waiting = later;
  }
}

/** @param batches Made while others are on their way: what fails in the making ends the run. */
async function deliverRound(
  batches: Iterable<Batch>,
  delivering: Delivering,
  maxConcurrency: number,
): Promise<void> {
  const done = new Bell();
  const first = done.next();
  const work = async (): Promise<void> => {
    try {
      for (const batch of batches) {
        await deliverSafely(batch, delivering);
        done.ring();
      }
    } catch (error) {
      delivering.run.report(internalFault(error), '');
    } finally {
      done.ring();
    }
  };
  const workers = Array.from({ length: maxConcurrency }, (_, number) =>
    number < SCOUTS ? work() : first.then(work),
  );
  await Promise.all(workers);
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
