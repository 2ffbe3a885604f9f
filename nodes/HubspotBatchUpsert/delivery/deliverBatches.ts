import { identifiesRecords } from '../hubspot/propertyDefinitions';
import type { Batch } from '../model/batch';
import type { RecordWrite } from '../model/record';
import type { Target } from '../model/target';
import { deliverBatch } from './deliverBatch';
import type { RunContext } from './runContext';
import type { Stage } from './stage';
import { TrialRequests } from './trialRequests';
import { Turns } from './turns';

/** What deliverBatches sends, and what is to be done meanwhile. */
export interface BatchesToDeliver {
  /** Batches by round; each is taken out when it leaves, and so not held any longer. */
  rounds: Batch[][];
  /** Batches under way at most. */
  maxConcurrency: number;
  /** Called with the records of each batch as soon as all their outcomes are known. It must not throw. */
  onSettled?: (writes: readonly RecordWrite[]) => void;
}

/**
 * Leads all batches through a stage, several at a time. A round begins when every outcome of the round
 * before is known.
 */
export async function deliverBatches(
  { rounds, ...manner }: BatchesToDeliver,
  stage: Stage<RecordWrite, Target>,
  context: RunContext,
): Promise<void> {
  const groupTestTurns = new Turns();
  for (const batches of rounds) await deliverRound(batches, manner, stage, context, groupTestTurns);
}

/**
 * A batch is taken up when the one before has left. Where nobody knows whether HubSpot takes such
 * batches at all, one goes ahead to find out.
 */
async function deliverRound(
  batches: Batch[],
  { maxConcurrency, onSettled }: Omit<BatchesToDeliver, 'rounds'>,
  stage: Stage<RecordWrite, Target>,
  context: RunContext,
  groupTestTurns: Turns,
): Promise<void> {
  const underWay = new Set<Promise<void>>();
  let isFirst = true;
  batches.reverse();
  const trials = new TrialRequests(batches, groupTestTurns, stage, onSettled);
  for (let batch = batches.pop(); batch; batch = batches.pop()) {
    const { members } = batch;
    const sent = context.client.nextSent();
    const delivery = deliverBatch(batch, stage, context.run, groupTestTurns, trials).finally(() => {
      underWay.delete(delivery);
      isFirst = false;
      onSettled?.(members);
    });
    underWay.add(delivery);
    await Promise.race([sent, delivery]);
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
