import type { RecordResult } from '../hubspot/types';
import { idAfterWrite, type RecordWrite } from '../model/record';
import { folded } from '../values/sameValue';
import { isOtherRecord, storedKey, storedText } from './matchByKey';

/**
 * The results that show themselves to be another record's than the one whose trace id they carry: by
 * their key, or by the key or the record id of another record of the batch. Where the results of both
 * tell of the same record, the two keys are addresses of one contact, or one of the two ids is that of a
 * record that was merged into the other.
 *
 * @param byTraceId The records of the batch.
 */
export function mistakenResults(
  results: readonly RecordResult[],
  byTraceId: ReadonlyMap<string, RecordWrite>,
): ReadonlySet<RecordResult> {
  const doubtful: Array<[RecordResult, RecordWrite]> = [];
  for (const result of results) {
    const write = byTraceId.get(result.objectWriteTraceId ?? '');
    if (write === undefined) continue;
    if (isOtherRecord(result, write) || !showsIdOf(write, result)) doubtful.push([result, write]);
  }
  if (doubtful.length === 0) return NONE;
  const writes = [...byTraceId.values()];
  const byKey = new Map(writes.map((write) => [folded(idAfterWrite(write)), write]));
  const byRecordId = new Map(writes.map((write) => [write.recordId, write]));
  const ids = new Map(results.map(({ objectWriteTraceId, id }) => [objectWriteTraceId, id]));
  const isMistaken = ([result, write]: [RecordResult, RecordWrite]): boolean => {
    if (isOtherRecord(result, write)) return true;
    const owner = result.id === undefined ? undefined : byRecordId.get(result.id);
    if (owner) return owner !== write && ids.get(owner.traceId) !== result.id;
    const other = byKey.get(folded(storedKey(result, writes)));
    const otherId = other && ids.get(other.traceId);
    return otherId !== undefined && otherId !== result.id;
  };
  return new Set(doubtful.filter(isMistaken).map(([result]) => result));
}

const NONE: ReadonlySet<RecordResult> = new Set();

function showsIdOf(write: RecordWrite, result: RecordResult): boolean {
  if (write.recordId !== undefined && result.id !== undefined) return result.id === write.recordId;
  const shown = storedText(result, write.target.idProperty);
  const own = idAfterWrite(write);
  return shown === own || folded(shown) === folded(own);
}
