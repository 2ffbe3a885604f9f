import { identifiesRecords } from '../hubspot/propertyDefinitions';
import type { Batch } from '../model/batch';
import { internalFault } from '../model/fault';
import type { Target } from '../model/target';
import { deliverBatch } from './deliverBatch';
import type { RunContext } from './sendBatch';
import { leaveUnknown } from './settle';
import { TrialRequests } from './trialRequests';
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
  const trials = new TrialRequests(batches, groupTestTurns);
  for (let batch = batches.pop(); batch; batch = batches.pop()) {
    const delivery = deliverSafely(batch, context, groupTestTurns, trials).finally(() => {
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
  trials: TrialRequests,
): Promise<void> {
  try {
    await deliverBatch(batch, context, groupTestTurns, trials);
  } catch (error) {
    context.run.stop(internalFault(error));
    leaveUnknown(batch.writes, context.run.ledger);
  }
}
