import type { Batch } from '../model/batch';
import type { RecordWrite } from '../model/record';
import type { Target } from '../model/target';

/**
 * Groups the records of each round into as few requests as HubSpot's limit allows, keeping their
 * order.
 *
 * @returns The batches by round.
 */
export function toRounds(writes: readonly RecordWrite[], batchSize: number): Batch[][] {
  const rounds: Array<{ batches: Batch[]; filling: Map<Target, Batch> }> = [];
  for (const write of writes) {
    const { target, round } = write;
    const { batches, filling } = (rounds[round] ??= { batches: [], filling: new Map() });
    const batch = filling.get(target);
    if (batch && batch.members.length < batchSize) batch.members.push(write);
    else {
      const made: Batch = { target, members: [write] };
      filling.set(target, made);
      batches.push(made);
    }
  }
  return Array.from(rounds, (round) => round?.batches ?? []);
}
