import { sleep } from 'n8n-workflow';
import type { RecordResult } from '../hubspot/types';
import type { KeyedRecord } from '../model/record';
import { storedText } from '../response/matchByKey';
import { comparableId } from '../values/searchedId';
import { isSameValue } from '../values/sameValue';
import type { LookUpContext } from './lookUpContext';
import { readRecords, type FoundRecords } from './readRecords';
import { searchRecords } from './searchRecords';

/**
 * HubSpot's search shows what was written with a delay: "a few moments", says HubSpot, and users
 * report up to half a minute.
 */
const SEARCH_LAG_MS = 30_000;

const SEARCH_AGAIN_MS = 3_000;

/**
 * Searches records by a property that need not be unique. Values are read from HubSpot's store, since
 * the search may still show older ones; and so are the records that this process created a short while
 * ago, which it may not show yet.
 *
 * @param properties What to read of each, besides its id.
 */
export async function bySearch(
  sought: readonly KeyedRecord[],
  properties: readonly string[],
  context: LookUpContext,
): Promise<FoundRecords> {
  const searched = await untilFound(sought, context);
  const created = recordIdsOf(sought, searched.found, context);
  if (created.length === 0 && properties.length === 0) return searched;
  const ids = [...searched.found.flatMap(({ id }) => id ?? []), ...created];
  const { objectType, idProperty } = (sought as [KeyedRecord])[0].target;
  const query = { ids, properties: [...new Set([idProperty, ...properties])] };
  const read = await readRecords(objectType, query, context.client);
  const found = eachOnce(read.found);
  return searched.isComplete ? { ...read, found } : { ...searched, found };
}

/** Records that were merged since they were found are one by now, which HubSpot may return for each. */
function eachOnce(found: readonly RecordResult[]): RecordResult[] {
  return [...new Map(found.map((record) => [record.id ?? record, record])).values()];
}

/** Is the record one of those that have the value by which the other one is looked for? */
export function isFoundAs({ target, id }: KeyedRecord, record: RecordResult): boolean {
  const held = storedText(record, target.idProperty);
  const definition = target.definitions?.get(target.idProperty);
  return (
    isSameValue(id, held, definition) || comparableId(target, id) === comparableId(target, held)
  );
}

/** What may have been created without a word of it is looked for until the search would show it. */
async function untilFound(
  sought: readonly KeyedRecord[],
  context: LookUpContext,
): Promise<FoundRecords> {
  const lost = sought.filter(({ mayBeWritten }) => mayBeWritten);
  for (let waitedMs = 0; ; waitedMs += SEARCH_AGAIN_MS) {
    const read = await searchRecords(sought, context.client);
    const isFound = (one: KeyedRecord) => read.found.some((record) => isFoundAs(one, record));
    if (waitedMs >= SEARCH_LAG_MS || !read.isComplete || lost.every(isFound)) return read;
    await sleep(SEARCH_AGAIN_MS, context.run.cancelSignal).catch(() => undefined);
    if (context.run.cancelSignal?.aborted) return { ...read, isComplete: false };
  }
}

function recordIdsOf(
  sought: readonly KeyedRecord[],
  found: readonly RecordResult[],
  { recentlyCreated }: LookUpContext,
): string[] {
  const known = new Set(found.map(({ id }) => id));
  return sought.flatMap((one) => {
    const id = recentlyCreated.idOf(one);
    return id === undefined || known.has(id) ? [] : [id];
  });
}
