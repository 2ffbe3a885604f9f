import type { RecordWrite } from './recordInput';

/** Records that travel in one request: one object type, one idProperty, one round. */
export interface Batch {
  objectType: string;
  idProperty: string;
  round: number;
  writes: RecordWrite[];
}

/**
 * Groups the records of a round into as few requests as HubSpot's limit allows, keeping their
 * order. A batch is there as soon as it is full; those that are not come last.
 *
 * @param later Where records of later rounds are kept, by round.
 */
export function* toBatches(
  writes: Iterable<RecordWrite>,
  batchSize: number,
  round: number,
  later: RecordWrite[][],
): Generator<Batch, void, void> {
  const filling = new Map<string, Batch>();
  for (const write of writes) {
    if (write.round > round) {
      (later[write.round] ??= []).push(write);
      continue;
    }
    const { objectType, idProperty } = write;
    const key = `${objectType}\u0000${idProperty}`;
    const batch = filling.get(key) ?? { objectType, idProperty, round, writes: [] };
    batch.writes.push(write);
    if (batch.writes.length < batchSize) filling.set(key, batch);
    else {
      filling.delete(key);
      yield batch;
    }
  }
  yield* filling.values();
}
