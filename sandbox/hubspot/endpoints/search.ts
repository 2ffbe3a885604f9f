import { json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { validationError } from '../answers/errors';
import { readResult } from '../answers/records';
import type { CrmRecord, ObjectTable } from '../crm/objectTable';
import { fitsFilter, valueOf } from '../crm/searchFilter';
import type { Hubspot } from '../hubspotState';
import type { Call } from './endpoint';
import { objectTable } from './objectTable';
import { readSearch } from './searchRequest';
import type { SearchRequest } from './searchRequest';

/** What a search shows that asks for no properties (HubSpot docs, "Search the CRM"). */
const SHOWN: Record<string, string[]> = {
  contacts: ['firstname', 'lastname', 'email'],
  companies: ['name', 'domain'],
  deals: ['dealname', 'amount', 'closedate', 'pipeline', 'dealstage'],
  line_items: ['quantity', 'amount', 'price'],
  products: ['name', 'description', 'price'],
  tickets: ['content', 'hs_pipeline', 'hs_pipeline_stage', 'hs_ticket_priority', 'subject'],
};

/** `POST …/search`: a page of the records that fit, as search knows them. */
export function searchRecords(call: Call, hubspot: Hubspot): Answer {
  const { searchBodyLimit, searchReach, searchPageSize, searchFindsUpperCase } = hubspot.options;
  const table = objectTable(hubspot, call);
  if (JSON.stringify(call.body ?? {}).length > searchBodyLimit) {
    return validationError(`The request body can have ${searchBodyLimit} characters at most`);
  }
  const request = readSearch(call.body, table);
  const { after, limit, properties = SHOWN[table.type.name] ?? [] } = request;
  if (after + limit > searchReach) {
    return validationError(`Paging beyond ${searchReach} results is not possible`);
  }
  const found = sorted(matching(table, request, searchFindsUpperCase), table, request);
  const end = after + Math.min(limit, searchPageSize);
  return json(200, {
    total: found.length,
    results: found.slice(after, end).map((record) => readResult(table, record, properties)),
    ...(end < found.length && { paging: { next: { after: String(end) } } }),
  });
}

function matching(
  { index, type }: ObjectTable,
  { groups }: SearchRequest,
  findsUpperCase: boolean,
): CrmRecord[] {
  const fits = groups.map((filters) =>
    filters.map((filter) => fitsFilter(filter, type, findsUpperCase)),
  );
  return index
    .records()
    .filter((record) => fits.length === 0 || fits.some((all) => all.every((fit) => fit(record))));
}

/** As the records were created, the oldest first, unless told otherwise. */
function sorted(found: CrmRecord[], { type }: ObjectTable, { sort }: SearchRequest): CrmRecord[] {
  if (sort === undefined) return found;
  const { name, type: valueType } = sort.definition;
  const key = (record: CrmRecord) => valueOf(record, name, type) ?? '';
  const ascending = found.sort((one, other) =>
    valueType === 'number'
      ? Number(key(one)) - Number(key(other))
      : key(one).localeCompare(key(other), 'en'),
  );
  return sort.isDescending ? ascending.reverse() : ascending;
}
