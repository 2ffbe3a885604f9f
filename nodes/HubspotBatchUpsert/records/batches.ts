import type { RecordWrite } from './recordInput';

/** Records that travel in one request: one object type, one idProperty, one round. */
export interface Batch {
  objectType: string;
  idProperty: string;
  round: number;
  writes: RecordWrite[];
}

/** Groups records into as few requests as HubSpot's limit allows, keeping their order. */
export function toBatches(writes: readonly RecordWrite[], batchSize: number): Batch[] {
  const batches: Batch[] = [];
  const filling = new Map<string, Batch>();
  for (const write of writes) {
    const key = `${write.round}\u0000${write.objectType}\u0000${write.idProperty}`;
    let batch = filling.get(key);
    if (batch === undefined || batch.writes.length >= batchSize) {
      const { objectType, idProperty, round } = write;
      batch = { objectType, idProperty, round, writes: [] };
      filling.set(key, batch);
      batches.push(batch);
    }
    batch.writes.push(write);
  }
  return batches;
}
