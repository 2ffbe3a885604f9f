import { MAX_SEARCH_RESULTS, MAX_SEARCHED_VALUES } from '../hubspot/endpoints';
import { totalIn } from '../hubspot/parsing';
import { readPages } from '../http/pages';
import type { HttpResult } from '../http/response';
import { inParts } from '../model/batch';
import type { KeyedRecord } from '../model/record';
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
    const query = { property: target.idProperty, values: part };
    const ask = async (after?: string) =>
      (await client.search(target.objectType, query, after)).result;
    const first = await ask();
    if (part.length === 1) takeIn(first, read);
    else if (totalIn(bodyOf(first)) > MAX_SEARCH_RESULTS) {
      pending.unshift(...inParts(part, Math.ceil(part.length / 2)));
    } else {
      const pages = await readPages(async (after) => (after ? await ask(after) : first), bodyOf);
      for (const page of pages) takeIn(page, read);
    }
  }
  return read;
}

function bodyOf(result: HttpResult | undefined): unknown {
  return result?.kind === 'response' ? result.json : undefined;
}
