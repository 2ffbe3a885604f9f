import { internalFault } from '../response/faults';
import { ownFailure, type Failure } from '../model/outcome';
import type { Batch } from '../prepare/batches';
import { identifiesRecords } from '../hubspot/propertyDefinitions';
import { deliverBatch } from './deliverBatch';
import { groupOf } from './run';
import type { Delivering } from './runContext';
import { settle } from './settle';

/**
 * Sends all batches, several at a time. A round begins when every outcome of the round before is
 * known.
 *
 * @param rounds Batches by round; each is taken out when it leaves, and so not held any longer.
 */
export async function deliverAll(
  rounds: Batch[][],
  delivering: Delivering,
  maxConcurrency: number,
): Promise<void> {
  for (const batches of rounds) await deliverRound(batches, delivering, maxConcurrency);
}

/**
 * A batch is taken up when the one before has left. Where nobody knows whether HubSpot takes such
 * batches at all, one goes ahead to find out.
 */
async function deliverRound(
  batches: Batch[],
  delivering: Delivering,
  maxConcurrency: number,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let isScouting = true;
  batches.reverse();
  for (let batch = batches.pop(); batch; batch = batches.pop()) {
    const delivery = deliverSafely(batch, delivering).finally(() => {
      underWay.delete(delivery);
      isScouting = false;
    });
    underWay.add(delivery);
    await delivering.client.departures();
    const most = isScouting && !isVouchedFor(batch, delivering) ? 1 : maxConcurrency;
    while (underWay.size >= most) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}

/** Do the definitions say that HubSpot takes the batch's idProperty? */
function isVouchedFor({ objectType, idProperty }: Batch, { catalogs }: Delivering): boolean {
  const definition = catalogs.get(objectType)?.get(idProperty);
  return definition !== undefined && identifiesRecords(definition, objectType);
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
