import { identifiesRecords } from '../hubspot/propertyDefinitions';
import type { Batch } from '../model/batch';
import { internalFault } from '../model/fault';
import { ownFailure, type Failure } from '../model/outcome';
import type { Target } from '../model/target';
import { deliverBatch } from './deliverBatch';
import type { RunContext } from './sendBatch';
import { leaveUnconfirmed } from './settle';
import { Turns } from './turns';

/**
 * Sends all batches, several at a time. A round begins when every outcome of the round before is
 * known.
 *
 * @param rounds Batches by round; each is taken out when it leaves, and so not held any longer.
 */
export async function deliverBatches(
  rounds: Batch[][],
  context: RunContext,
  maxConcurrency: number,
): Promise<void> {
  const groupTestTurns = new Turns();
  for (const batches of rounds) {
    await deliverRound(batches, context, groupTestTurns, maxConcurrency);
  }
}

/**
 * A batch is taken up when the one before has left. Where nobody knows whether HubSpot takes such
 * batches at all, one goes ahead to find out.
 */
async function deliverRound(
  batches: Batch[],
  context: RunContext,
  groupTestTurns: Turns,
  maxConcurrency: number,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let isFirst = true;
  batches.reverse();
  for (let batch = batches.pop(); batch; batch = batches.pop()) {
    const delivery = deliverSafely(batch, context, groupTestTurns).finally(() => {
      underWay.delete(delivery);
      isFirst = false;
    });
    underWay.add(delivery);
    await context.client.allSent();
    const most = isFirst && !isKnownToBeTaken(batch.target) ? 1 : maxConcurrency;
    while (underWay.size >= most) await Promise.race(underWay);
  }
  await Promise.all(underWay);
}

/** Do the definitions say that HubSpot takes the target's idProperty? */
function isKnownToBeTaken({ objectType, idProperty, definitions }: Target): boolean {
  const definition = definitions?.get(idProperty);
  return definition !== undefined && identifiesRecords(definition, objectType);
}

/** A fault of the node itself ends the run, and must not lose what other batches have written. */
async function deliverSafely(
  batch: Batch,
  context: RunContext,
  groupTestTurns: Turns,
): Promise<void> {
  const { ledger } = context.run;
  try {
    await deliverBatch(batch, context, groupTestTurns);
  } catch (error) {
    context.run.stop(internalFault(error));
    const unsettled = new Set(ledger.unsettled());
    for (const write of batch.writes) {
      if (write.indexes.every((index) => unsettled.has(index))) {
        leaveUnconfirmed(write, unknownEnd(), ledger);
      }
    }
  }
}

function unknownEnd(): Failure {
  const message =
    'The node failed while the record was on its way: whether it was written is not known';
  return ownFailure('NO_OUTCOME', message, { retryable: true, attempted: true, stage: 'upsert' });
}
