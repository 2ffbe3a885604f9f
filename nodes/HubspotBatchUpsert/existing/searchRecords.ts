import { MAX_SEARCH_RESULTS, MAX_SEARCHED_VALUES } from '../hubspot/endpoints';
import { parseResults, totalIn } from '../hubspot/parsing';
import { isSuccess, TOO_LARGE } from '../hubspot/statuses';
import type { RecordResult } from '../hubspot/types';
import { isRecord } from '../hubspot/untrustedJson';
import { readPages } from '../http/pages';
import type { HttpResult } from '../http/response';
import { inParts } from '../model/batch';
import type { KeyedRecord } from '../model/record';
import type { Target } from '../model/target';
import { searchedValues } from '../values/searchedId';
import type { HubspotClient } from '../delivery/client';
import { takeIn, type FoundRecords } from './readRecords';

/** Searches for the values of idProperty that records have, a hundred in a request, to the last page. */
export async function searchRecords(
  sought: readonly KeyedRecord[],
  client: HubspotClient,
): Promise<FoundRecords> {
  const { target } = (sought as [KeyedRecord])[0];
  const values = sought.flatMap(({ id }) => searchedValues(target, id));
  const read: FoundRecords = { found: [], isComplete: true };
  const pending = inParts([...new Set(values)], MAX_SEARCHED_VALUES);
  for (let part = pending.shift(); part; part = pending.shift()) {
    if (part.length > 1 && lengthOf(part) > target.searchLength) {
      pending.unshift(...inHalves(part));
      continue;
    }
    const query = { property: target.idProperty, values: part };
    const ask = async (after?: string) =>
      (await client.search(target.objectType, query, after)).result;
    const first = await ask();
    const isTooMuch = totalIn(bodyOf(first)) > MAX_SEARCH_RESULTS;
    if (part.length === 1 && (isTooMuch || isTooLong(first))) takePage(first, target, read);
    else if (isTooMuch) pending.unshift(...inHalves(part));
    else if (isTooLong(first)) {
      target.searchLength = lengthOf(part) - 1;
      pending.unshift(part);
    } else {
      const pages = await readPages(async (after) => (after ? await ask(after) : first), bodyOf);
      for (const page of pages) takePage(page, target, read);
    }
  }
  return { ...read, found: onceEach(read.found) };
}

/** What does not tell which records have which values does not tell that there are none, either. */
function takePage(
  result: HttpResult | undefined,
  { idProperty }: Target,
  read: FoundRecords,
): void {
  takeIn(result, read);
  if (result?.kind !== 'response' || !isSuccess(result.status)) return;
  const { json } = result;
  const isList = isRecord(json) && Array.isArray(json.results);
  const tells = (record: Record<string, unknown>) =>
    record.id !== undefined && isRecord(record.properties) && idProperty in record.properties;
  if (isList && parseResults(json).every(tells)) return;
  read.unanswered ??= result;
  read.isComplete = false;
}

/** A record may stand on two pages, when others are written meanwhile. */
function onceEach(found: readonly RecordResult[]): RecordResult[] {
  return [...new Map(found.map((record) => [record.id, record])).values()];
}

/** HubSpot takes bodies of some 3,000 characters, says its documentation; how it counts them it does not say. */
function isTooLong(result: HttpResult | undefined): boolean {
  return (
    result?.kind === 'response' &&
    (result.status === TOO_LARGE ||
      (result.status === 400 && TOO_LONG.test(result.error.message ?? '')))
  );
}

const TOO_LONG = /\b(?:characters?|length|too (?:long|large|many))\b/i;

function lengthOf(values: readonly string[]): number {
  return values.reduce((sum, value) => sum + value.length, 0);
}

function inHalves<Entry>(entries: readonly Entry[]): Entry[][] {
  return inParts(entries, Math.ceil(entries.length / 2));
}

function bodyOf(result: HttpResult | undefined): unknown {
  return result?.kind === 'response' ? result.json : undefined;
}
