import { mapIn } from './mapIn';
import type { RecordWrite } from '../model/record';

/** Records that travel in one request: one object type, one idProperty, one round. */
export interface Batch {
  objectType: string;
  idProperty: string;
  round: number;
  writes: RecordWrite[];
}

/**
 * Groups the records of each round into as few requests as HubSpot's limit allows, keeping their
 * order.
 *
 * @returns The batches by round.
 */
export function toRounds(writes: readonly RecordWrite[], batchSize: number): Batch[][] {
  const rounds: Batch[][] = [];
  /** By object type, idProperty and round. */
  const filling = new Map<string, Map<string, Map<number, Batch>>>();
  for (const write of writes) {
    const { objectType, idProperty, round } = write;
    const byRound = mapIn(mapIn(filling, objectType), idProperty);
    const batch = byRound.get(round);
    if (batch && batch.writes.length < batchSize) batch.writes.push(write);
    else {
      const made: Batch = { objectType, idProperty, round, writes: [write] };
      byRound.set(round, made);
      (rounds[round] ??= []).push(made);
    }
  }
  return Array.from(rounds, (batches) => batches ?? []);
}
