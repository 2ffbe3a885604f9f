import { searchRecords } from '../../nodes/HubspotBatchUpsert/existing/searchRecords';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { delivering, writesOf } from '../support/delivering';
import { ok, searched, type Reply } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const deals = () => new Target('deals', 'dealname', undefined, 'search');
const nameOf = (index: number) => `deal ${index}`;
const names = (count: number) => Array.from({ length: count }, (_, index) => nameOf(index));

async function searching(ids: string[], search: Script['search'], target = deals()) {
  const { client, hubspot } = delivering({ search }, { settings: { maxRetries: 0 } });
  const read = await inVirtualTime(searchRecords(writesOf(target, ...ids), client));
  return { ...read, ids: read.found.map(({ id }) => id), hubspot, target };
}

/** A store with one record for each value. */
const holdsAll = (values: string[]) => searched(values.map((dealname) => [dealname, { dealname }]));

it('values are searched together, in lower case and each once', async () => {
  const { hubspot, ids, isComplete } = await searching(['A', 'b', 'a'], [holdsAll]);
  expect(hubspot.searches).toEqual([['a', 'b']]);
  expect(hubspot.requests).toMatchObject([
    {
      method: 'POST',
      url: 'https://api.hubapi.com/crm/v3/objects/deals/search',
      body: {
        filterGroups: [
          { filters: [{ propertyName: 'dealname', operator: 'IN', values: ['a', 'b'] }] },
        ],
        ...{ properties: ['dealname'], sorts: [], limit: 200, after: '0' },
      },
    },
  ]);
  expect([ids, isComplete]).toEqual([['a', 'b'], true]);
});

it('a hundred values stand in one search', async () => {
  const { hubspot, ids } = await searching(names(201), [holdsAll]);
  expect(hubspot.searches.map(({ length }) => length)).toEqual([100, 100, 1]);
  expect(ids).toHaveLength(201);
});

it('a hundred domains stand in one search, in two forms', async () => {
  const target = new Target('companies', 'domain', undefined, 'search');
  const domains = Array.from({ length: 101 }, (_, index) => `d${index}.example`);
  const { hubspot } = await searching(domains, [ok({ total: 0, results: [] })], target);
  expect(hubspot.searches.map(({ length }) => length)).toEqual([200, 2]);
  const [first] = hubspot.requests.map(({ body }) => body as { filterGroups: object[] });
  const filter = (values: string[]) => ({ propertyName: 'domain', operator: 'IN', values });
  const forms = domains.slice(0, 100).flatMap((domain) => [domain, `www.${domain}`]);
  expect(first?.filterGroups).toEqual([
    { filters: [filter(forms.slice(0, 100))] },
    { filters: [filter(forms.slice(100))] },
  ]);
});

it('one domain is not divided by its forms', async () => {
  const target = new Target('companies', 'domain', undefined, 'search');
  const tooLong = { status: 413, body: { message: 'too large' } };
  const { hubspot, isComplete } = await searching(['a.example'], [tooLong], target);
  expect(hubspot.searches).toEqual([['a.example', 'www.a.example']]);
  expect(isComplete).toBe(false);
});

it('results are read to the last page', async () => {
  const page = (id: string, after?: string): Reply => {
    const paging = after === undefined ? undefined : { next: { after } };
    return ok({ total: 3, results: [{ id, properties: { dealname: 'a' } }], paging });
  };
  const { hubspot, ids, isComplete } = await searching(
    ['a', 'b'],
    [page('1', '200'), page('2', '400'), page('3')],
  );
  expect(ids).toEqual(['1', '2', '3']);
  const places = hubspot.requests.map(({ body }) => (body as { after: string }).after);
  expect(places).toEqual(['0', '200', '400']);
  expect(isComplete).toBe(true);
});

it.each([
  [10_000, [4]],
  [10_001, [4, 2, 2]],
])('of %i results all can be read only by so many values: %j', async (total, lengths) => {
  const { hubspot, isComplete } = await searching(names(4), [
    total > 10_000 ? ok({ total, results: [] }) : allOf(total),
    ok({ total: 0, results: [] }),
  ]);
  expect(hubspot.searches.map(({ length }) => length)).toEqual(lengths);
  expect(isComplete).toBe(true);
});

const recordOf = (id: number) => ({ id: String(id), properties: { dealname: 'a' } });
const allOf = (total: number) =>
  ok({ total, results: Array.from({ length: total }, (_, id) => recordOf(id)) });

const next = (after: string) => ({ next: { after } });

it.each<[string, Reply[]]>([
  ['none of one', [ok({ total: 1, results: [] })]],
  ['none of one, counted in text', [ok({ total: '1', results: [] })]],
  [
    'a record without the value that it was found by',
    [ok({ total: 1, results: [{ id: '1', properties: { dealname: null } }] })],
  ],
  ['no count', [ok({ results: [] })]],
  ['a count that is none', [ok({ total: 'many', results: [] })]],
  ['a count of null, of an answer like one to a batch', [ok({ status: 'COMPLETE', total: null, results: [], errors: [] })]], // prettier-ignore
  ['one of two', [ok({ total: 2, results: [recordOf(1)] })]],
  [
    'one of two, twice',
    [
      ok({ total: 2, results: [recordOf(1)], paging: next('1') }),
      ok({ total: 2, results: [recordOf(1)] }),
    ],
  ],
  [
    'less than the first page had counted',
    [
      ok({ total: 3, results: [recordOf(1)], paging: next('1') }),
      ok({ total: 2, results: [recordOf(3)] }),
    ],
  ],
  [
    'a page that leads nowhere else',
    [
      ok({ results: [recordOf(1)], paging: next('1') }),
      ok({ results: [recordOf(2)], paging: next('1') }),
    ],
  ],
])('what the search counts and does not show is not known: %s', async (_, answers) => {
  const { isComplete, unanswered, ids } = await searching(['a', 'b'], answers);
  expect(isComplete).toBe(false);
  expect(unanswered).toMatchObject({ kind: 'response', status: 200 });
  expect(ids.length).toBeLessThan(3);
});

it('one value with more results than can be read has enough of them at once', async () => {
  const results = [1, 2].map((id) => ({ id: String(id), properties: { dealname: 'a' } }));
  const paging = { next: { after: '200' } };
  const { hubspot, ids } = await searching(['a'], [ok({ total: 10_001, results, paging })]);
  expect(ids).toEqual(['1', '2']);
  expect(hubspot.searches).toHaveLength(1);
});

it('one value with more results than can be read, and none of them shown, is not known', async () => {
  const { isComplete, unanswered } = await searching(['a'], [ok({ total: 10_001, results: [] })]);
  expect(isComplete).toBe(false);
  expect(unanswered).toMatchObject({ status: 200 });
});

it.each<[string, Reply]>([
  ['a 413', { status: 413, body: {} }],
  ['words', { status: 400, body: { message: 'The query exceeds 3000 characters' } }],
])(
  'values that are too long together, says %s, are halved, now and from then on',
  async (_, no) => {
    const { hubspot, ids, target } = await searching(names(4), [no, holdsAll]);
    expect(hubspot.searches.map(({ length }) => length)).toEqual([4, 2, 2]);
    expect(ids).toHaveLength(4);
    const later = await searching(names(4), [holdsAll], target);
    expect(later.hubspot.searches.map(({ length }) => length)).toEqual([2, 2]);
  },
);

it('values as long as the longest that passed go together', async () => {
  const target = deals();
  target.searchLength = 2 * nameOf(0).length;
  const { hubspot } = await searching(names(4), [holdsAll], target);
  expect(hubspot.searches.map(({ length }) => length)).toEqual([2, 2]);
});

it('one value that is too long is told as it is', async () => {
  const tooLong = { status: 413, body: { message: 'too large' } };
  const { hubspot, isComplete, refusal } = await searching(['a'], [tooLong]);
  expect(hubspot.searches).toHaveLength(1);
  expect([isComplete, refusal]).toEqual([false, expect.stringContaining('HTTP 413')]);
});

it('another refusal is told, and what else was found stands', async () => {
  const refused = { status: 400, body: { message: 'no such property' } };
  const all = await searching(names(101), [refused, holdsAll]);
  expect(all.ids).toEqual(['deal 100']);
  expect([all.isComplete, all.refusal]).toEqual([false, expect.stringContaining('no such prop')]);
});

it('a body of that length is no reason where the status is another', async () => {
  const { hubspot, isComplete } = await searching(names(2), [
    { status: 403, body: { message: 'too long' } },
  ]);
  expect(hubspot.searches).toHaveLength(1);
  expect(isComplete).toBe(false);
});
