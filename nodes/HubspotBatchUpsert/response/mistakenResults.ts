import type { RecordResult } from '../hubspot/types';
import { idAfterWrite, type RecordWrite } from '../model/record';
import { folded } from '../values/sameValue';
import { isOtherRecord, storedKey } from './matchByKey';

/**
 * The results that show themselves to be another record's than the one whose trace id they carry: by
 * their record id or key, or by the key of another record of the batch that has a result of its own.
 * Where both results tell of the same record, the two keys are addresses of one contact.
 */
export function mistakenResults(
  results: readonly RecordResult[],
  writes: readonly RecordWrite[],
): ReadonlySet<RecordResult> {
  const byTraceId = new Map(writes.map((write) => [write.traceId, write]));
  const byKey = new Map(writes.map((write) => [folded(idAfterWrite(write)), write]));
  const ids = new Map(results.map(({ objectWriteTraceId, id }) => [objectWriteTraceId, id]));
  const isMistaken = (result: RecordResult): boolean => {
    const write = byTraceId.get(result.objectWriteTraceId ?? '');
    if (write === undefined) return false;
    if (isOtherRecord(result, write)) return true;
    const shown = folded(storedKey(result, writes));
    if (shown === folded(idAfterWrite(write))) return false;
    const other = byKey.get(shown);
    const otherId = other && ids.get(other.traceId);
    return otherId !== undefined && otherId !== result.id;
  };
  return new Set(results.filter(isMistaken));
}
