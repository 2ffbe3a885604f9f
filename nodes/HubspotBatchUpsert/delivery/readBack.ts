import { MAX_BATCH_SIZE } from '../hubspot/endpoints';
import { parseBatchResponse } from '../hubspot/parsing';
import type { RecordResult } from '../hubspot/types';
import { confirmed } from '../response/confirm';
import type { Interpretation } from '../response/interpret';
import type { Batch } from '../prepare/batches';
import { idAfterWrite, type RecordWrite } from '../model/record';
import type { Delivering } from './runContext';
import { settle } from './settle';

/** Looks into HubSpot's store for records that no answer accounts for, and settles them. */
export async function readBack(
  { objectType, idProperty, writes: batch }: Batch,
  open: Interpretation['open'],
  { client, run, catalogs }: Delivering,
): Promise<void> {
  if (open.length === 0) return;
  const writes = open.map(([write]) => write);
  const properties = new Set(writes.flatMap((write) => Object.keys(write.properties)));
  const found: RecordResult[] = [];
  for (const ids of inBatches(keysOf(writes))) {
    const query = { idProperty, ids, properties: [...properties.add(idProperty)] };
    const { answer } = await client.read(objectType, query);
    const body = answer?.kind === 'response' ? parseBatchResponse(answer.json) : undefined;
    found.push(...(body?.results ?? []));
  }
  const held = confirmed(writes, found, catalogs.get(objectType), batch);
  for (const [write, failure] of open) {
    const result = held.get(write);
    if (result === undefined) run.doubt(write);
    settle(write, result ? { kind: 'written', outcome: 'written', result } : failure, run);
  }
}

/** A record that is given a new key may stand under either. */
function keysOf(writes: readonly RecordWrite[]): string[] {
  return [...new Set([...writes.map(idAfterWrite), ...writes.map(({ id }) => id)])];
}

function inBatches(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / MAX_BATCH_SIZE);
  return Array.from({ length: count }, (_, batch) =>
    ids.slice(batch * MAX_BATCH_SIZE, (batch + 1) * MAX_BATCH_SIZE),
  );
}
