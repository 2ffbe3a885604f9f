import { MAX_BATCH_SIZE } from '../hubspot/endpoints';
import { parseBatchResponse } from '../hubspot/parsing';
import type { RecordResult } from '../hubspot/types';
import { idAfterWrite, type RecordWrite } from '../model/record';
import { confirmed } from '../response/confirm';
import type { HubspotClient } from './client';

/**
 * Looks into HubSpot's store for records that no response accounts for.
 *
 * @param batch All records of the batch that `writes` are what is left of: one target.
 * @returns Those that HubSpot holds as they were sent, each with what was found.
 */
export async function readBack(
  writes: readonly RecordWrite[],
  batch: readonly RecordWrite[],
  client: HubspotClient,
): Promise<Map<RecordWrite, RecordResult>> {
  const [first] = writes;
  if (first === undefined) return new Map();
  const { objectType, idProperty } = first.target;
  const properties = new Set(writes.flatMap((write) => Object.keys(write.properties)));
  const found: RecordResult[] = [];
  for (const ids of inBatches(keysOf(writes))) {
    const query = { idProperty, ids, properties: [...properties.add(idProperty)] };
    const { result } = await client.read(objectType, query);
    const body = result?.kind === 'response' ? parseBatchResponse(result.json) : undefined;
    found.push(...(body?.results ?? []));
  }
  return confirmed(writes, found, batch);
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
