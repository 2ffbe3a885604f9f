import { loadPackage } from '../processes/builtNode';
import { extractedItems, ID_PROPERTY, OBJECT_TYPE } from '../lineItems';
import type { NodeOutcome } from '../../sandbox/engine/runNode';
import { positionOf, timedRun } from './inEngine';
import { PositionalBatch } from './positionalBatch';
import type { PrepareWay, Told } from './way';

/** A batch node that takes the results to be in the order of its items, in n8n's engine. */
export const positionalNode: PrepareWay = async (rows, { builtPackage, baseUrl, serviceKey }) => {
  const built = await loadPackage(builtPackage);
  const items = extractedItems(rows);
  return async () => {
    const outcome = await timedRun({
      nodeType: new PositionalBatch(built.serviceKey.name),
      parameters: { objectType: OBJECT_TYPE, idProperty: ID_PROPERTY },
      items,
      settings: { onError: 'continueRegularOutput' },
      credentialTypes: [built.serviceKey],
      credential: { type: built.serviceKey.name, data: { serviceKey, baseUrl } },
    });
    if (outcome.thrown) throw outcome.thrown;
    return { milliseconds: outcome.milliseconds, told: toldBy(outcome, items.length) };
  };
};

function toldBy({ success }: NodeOutcome, count: number): Told[] {
  const told = new Array<Told>(count).fill({ verdict: 'unanswered' });
  for (const item of success) {
    const { id, error } = item.json as { id?: string; error?: string };
    told[positionOf(item)] =
      error === undefined ? { verdict: 'written', recordId: id } : { verdict: 'refusedTogether' };
  }
  return told;
}
