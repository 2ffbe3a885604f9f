import { mergedIds } from '../hubspot/mergedRecords';
import type { RecordResult } from '../hubspot/types';
import type { KeyedRecord } from '../model/record';

/** Are they records of which HubSpot told the ids before they were written? */
export function haveRecordIds(batch: readonly KeyedRecord[]): boolean {
  return batch.length > 0 && batch.every(({ recordId }) => recordId !== undefined);
}

/** Finds each record's result by its record id. */
export function matchByRecordId<Write extends KeyedRecord>(
  results: readonly RecordResult[],
  waiting: readonly Write[],
): Map<Write, RecordResult> {
  return ofEach(waiting, new Map(results.map((result) => [result.id, result])));
}

/**
 * Finds records among those that HubSpot holds by their record ids, or as what they were merged into. So
 * several may be found as one.
 */
export function findByRecordId<Write extends KeyedRecord>(
  found: readonly RecordResult[],
  writes: readonly Write[],
): Map<Write, RecordResult> {
  const byId = new Map<string | undefined, RecordResult>();
  for (const record of found) for (const id of mergedIds(record)) byId.set(id, record);
  for (const record of found) byId.set(record.id, record);
  return ofEach(writes, byId);
}

function ofEach<Write extends KeyedRecord>(
  writes: readonly Write[],
  byId: ReadonlyMap<string | undefined, RecordResult>,
): Map<Write, RecordResult> {
  return new Map(
    writes.flatMap((write) => {
      const result = byId.get(write.recordId);
      return result ? [[write, result] as const] : [];
    }),
  );
}
