import { MAX_SEARCH_RESULTS, MAX_SEARCHED_VALUES } from '../hubspot/endpoints';
import { nextPageIn, parseResults, totalIn } from '../hubspot/parsing';
import { isSuccess, TOO_LARGE } from '../hubspot/statuses';
import { isRecord } from '../hubspot/untrustedJson';
import { readPages } from '../http/pages';
import type { HttpResult } from '../http/response';
import { inParts } from '../model/batch';
import type { KeyedRecord } from '../model/record';
import type { Target } from '../model/target';
import { searchedValues } from '../values/searchedId';
import type { HubspotClient } from '../delivery/client';
import { takeIn, type FoundRecords } from './readRecords';

/** Searches for the ids that records have, a hundred in a request, to the last page. */
export async function searchRecords(
  sought: readonly KeyedRecord[],
  client: HubspotClient,
): Promise<FoundRecords> {
  const { target } = (sought as [KeyedRecord])[0];
  const forms = sought.map(({ id }) => searchedValues(target, id));
  const read: FoundRecords = { found: [], isComplete: true };
  const pending = inParts(onceEach(forms, String), MAX_SEARCHED_VALUES);
  for (let part = pending.shift(); part; part = pending.shift()) {
    if (part.length > 1 && lengthOf(part) > target.searchLength) {
      pending.unshift(...inHalves(part));
      continue;
    }
    const query = { property: target.idProperty, values: part.flat() };
    const ask = async (after?: string) =>
      (await client.search(target.objectType, query, after)).result;
    const first = await ask();
    const isTooMuch = (totalIn(bodyOf(first)) ?? 0) > MAX_SEARCH_RESULTS;
    if (part.length === 1 && (isTooMuch || isTooLong(first))) {
      takePage(first, target, read);
      // Of two it is clear that one alone is not meant.
      if (isTooMuch && parseResults(bodyOf(first)).length < 2) leaveOpen(first, read);
    } else if (isTooMuch) pending.unshift(...inHalves(part));
    else if (isTooLong(first)) {
      target.searchLength = lengthOf(part) - 1;
      pending.unshift(part);
    } else {
      const pages = await readPages(async (after) => (after ? await ask(after) : first), bodyOf);
      for (const page of pages) takePage(page, target, read);
      if (!areAllShown(pages.map(bodyOf))) leaveOpen(pages.at(-1), read);
    }
  }
  // A record may stand on two pages, when others are written meanwhile.
  return { ...read, found: onceEach(read.found, ({ id }) => id) };
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
    record.id !== undefined &&
    isRecord(record.properties) &&
    (record.properties[idProperty] ?? '') !== '';
  if (!isList || !parseResults(json).every(tells)) leaveOpen(result, read);
}

/**
 * A search may count more records than it shows: what is missing may be any of those looked for. What it
 * does not count may be missing as well.
 */
function areAllShown(pages: readonly unknown[]): boolean {
  const shown = new Set(pages.flatMap(parseResults).map(({ id }) => id));
  const isShown = (page: unknown) => (totalIn(page) ?? Infinity) <= shown.size;
  return pages.every(isShown) && nextPageIn(pages.at(-1)) === undefined;
}

function leaveOpen(result: HttpResult | undefined, read: FoundRecords): void {
  read.unanswered ??= result;
  read.isComplete = false;
}

function onceEach<Entry>(entries: readonly Entry[], nameOf: (entry: Entry) => unknown): Entry[] {
  return [...new Map(entries.map((entry) => [nameOf(entry), entry])).values()];
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

/** Of the values in which ids are searched for. */
function lengthOf(forms: ReadonlyArray<readonly string[]>): number {
  return forms.flat().reduce((sum, value) => sum + value.length, 0);
}

function inHalves<Entry>(entries: readonly Entry[]): Entry[][] {
  return inParts(entries, Math.ceil(entries.length / 2));
}

function bodyOf(result: HttpResult | undefined): unknown {
  return result?.kind === 'response' ? result.json : undefined;
}
