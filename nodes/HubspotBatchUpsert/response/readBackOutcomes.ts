import type { RecordResult } from '../hubspot/types';
import type { Failure, Outcome, Written } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import { findStored, isConfirmed } from './confirm';
import type { Interpretation } from './interpret';
import { distinctIds, holdsSentValues } from './pairByCount';
import { toWritten } from './written';

/** What HubSpot's store tells of the records that a response left unconfirmed. */
export interface ReadBackOutcomes {
  settled: Array<[RecordWrite, Outcome]>;
  /** Nobody knows of these whether they were written, or still will be. */
  unconfirmed: Array<[RecordWrite, Failure]>;
}

/**
 * @param found Records that a batch read by idProperty brought; empty where it brought none.
 * @param batch All records of the batch.
 */
export function readBackOutcomes(
  { unconfirmed, refusals, unpaired, areAllWritten, strayMessages }: Interpretation,
  found: readonly RecordResult[],
  batch: readonly RecordWrite[],
): ReadBackOutcomes {
  const writes = unconfirmed.map(([write]) => write);
  const stored = findStored(writes, found, batch);
  const resultsById = new Map<string | undefined, RecordResult[]>();
  for (const result of unpaired) {
    resultsById.set(result.id, [...(resultsById.get(result.id) ?? []), result]);
  }
  const foundIds = distinctIds([...stored.values()]);
  const isEachResultPaired = [...resultsById.keys()].every((id) => id && foundIds.has(id));
  // HubSpot refused as many as there are records without a result; those that the store lacks are among
  // them. Where errors that name nobody cannot be counted so, any of the records may be refused.
  const refusedCount = refusals.size - unpaired.length;
  const absent = writes.filter((write) => refusals.has(write) && !stored.has(write));
  const isUncounted = refusals.size === 0 && strayMessages.length > 0;
  const mayBeRefused = isUncounted || absent.length < refusedCount;
  const isShort = (id: string, claims: number) => (resultsById.get(id)?.length ?? claims) < claims;
  const contested = contestedIds(unconfirmed, stored, mayBeRefused, isShort);
  const outcomes: ReadBackOutcomes = { settled: [], unconfirmed: [] };
  for (const [write, failure] of unconfirmed) {
    const record = stored.get(write);
    const [result] = ownFirst(write, record?.id === undefined ? [] : resultsById.get(record.id));
    if (result && !contested.has(result.id))
      outcomes.settled.push([write, toWritten(result, write)]);
    else if (record && isConfirmed(write, record, found)) {
      const outcome = write.wasCreated ? 'created' : 'written';
      outcomes.settled.push([write, { kind: 'written', outcome, result: record }]);
    } else if (areAllWritten) outcomes.settled.push([write, writtenUnpaired(unpaired, write)]);
    else {
      const isRefused = isEachResultPaired && !contested.has(record?.id);
      const refusal = isRefused ? refusals.get(write) : undefined;
      outcomes.unconfirmed.push([write, refusal ?? failure]);
    }
  }
  return outcomes;
}

/** Of several results of one record, those first that show what was sent. */
function ownFirst(write: RecordWrite, results: readonly RecordResult[] = []): RecordResult[] {
  const isOwn = (result: RecordResult) => holdsSentValues(result, write);
  return [...results].sort((one, other) => Number(isOwn(other)) - Number(isOwn(one)));
}

/**
 * Two addresses of one contact find the same record, and so do the ids of two records that were merged.
 * Where HubSpot may have refused one of them, or tells of one alone, the record's result says nothing of
 * either.
 *
 * @param mayBeRefused May one that the store holds be among those that HubSpot refused?
 * @param isShort Are there fewer results of the record, where it has some, than claims to it?
 */
function contestedIds(
  unconfirmed: ReadonlyArray<[RecordWrite, Failure]>,
  stored: ReadonlyMap<RecordWrite, RecordResult>,
  mayBeRefused: boolean,
  isShort: (id: string, claims: number) => boolean,
): Set<string | undefined> {
  const claims = new Map<string, Failure[]>();
  for (const [write, failure] of unconfirmed) {
    const id = stored.get(write)?.id;
    if (id !== undefined) claims.set(id, [...(claims.get(id) ?? []), failure]);
  }
  const isContested = ([id, failures]: [string, readonly Failure[]]): boolean =>
    failures.length > 1 &&
    (mayBeRefused ||
      isShort(id, failures.length) ||
      failures.some(({ category }) => category !== 'NO_OUTCOME'));
  return new Set([...claims].filter(isContested).map(([id]) => id));
}

/** The outcome of a record that was written, where HubSpot's results do not tell which of them is its own. */
function writtenUnpaired(unpaired: readonly RecordResult[], write: RecordWrite): Written {
  const [first] = unpaired;
  const areAlike = unpaired.every(({ new: isNew }) => isNew === first?.new);
  const { outcome } = toWritten(first ?? {}, write);
  return { kind: 'written', outcome: areAlike ? outcome : 'written', result: {} };
}
