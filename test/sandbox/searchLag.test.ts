import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import { COMPANIES_SEARCH, companies, valuesIn } from './companies';

const KEY = { propertyName: 'company_key', operator: 'HAS_PROPERTY' };

test('without a lag search sees what was written, changed and removed', async () => {
  const { sandbox, ids, found } = await companies([{ name: 'a', company_key: '1' }]);
  expect(await found(KEY)).toEqual(['a']);
  sandbox.store.put('companies', { name: 'b' }, ids[0]);
  expect(await found(KEY)).toEqual(['b']);
  sandbox.store.remove('companies', ids[0]!);
  expect(await found(KEY)).toEqual([]);
});

test('with a lag it finds the old until the time is over', async () => {
  let now = Date.UTC(2026, 0, 1);
  const { sandbox, ids, found, http } = await companies(
    [
      { name: 'old', company_key: '1' },
      { name: 'gone', company_key: '2' },
    ],
    { searchLagMs: 5_000, now: () => now },
  );
  expect(await found(KEY)).toEqual([]);
  now += 5_000;
  expect(await found(KEY)).toEqual(['old', 'gone']);

  sandbox.store.put('companies', { name: 'new' }, ids[0]);
  sandbox.store.remove('companies', ids[1]!);
  const inputs = [{ properties: { name: 'made', company_key: '3' } }];
  await http.post('/crm/v3/objects/companies/batch/create', { inputs });
  now += 4_999;
  expect(await found(KEY)).toEqual(['old', 'gone']);
  expect(await found(...valuesIn('name', 'new'))).toEqual([]);
  now += 1;
  expect(await found(KEY)).toEqual(['new', 'made']);
});

test('a test says when search knows it all', async () => {
  const { sandbox, found } = await companies([{ name: 'a', company_key: '1' }], {
    searchLagMs: Infinity,
  });
  expect(await found(KEY)).toEqual([]);
  sandbox.store.search.catchUp();
  sandbox.store.put('companies', { name: 'b', company_key: '2' });
  expect(await found(KEY)).toEqual(['a']);
});

test.each<[FaultAction, object]>([
  [{ kind: 'status', status: 429, policy: 'search' }, { status: 429 }],
  [{ kind: 'html' }, { data: expect.stringContaining('<!doctype html>') as string }],
  [{ kind: 'reset' }, { code: 'ECONNRESET' }],
  [
    { kind: 'dropResults', count: 1 },
    { data: { total: 2, results: [{ properties: { name: 'b' } }] } },
  ],
  [{ kind: 'changeCase' }, { data: { results: [{ properties: { name: 'A' } }, {}] } }],
  [{ kind: 'foreignResults' }, { data: { results: [{}, {}, { id: '99000000000' }] } }],
])('%j strikes it', async (action, expected) => {
  const { sandbox, search } = await companies([{ name: 'a' }, { name: 'b' }]);
  sandbox.faults.add({ match: { path: COMPANIES_SEARCH }, do: action });
  const answer: unknown = await search({}).catch((error: unknown) => error);
  expect(answer).toMatchObject(expected);
});

test('a record that is removed leaves its unique values and its associations', async () => {
  const { sandbox, ids, http } = await companies([{ company_key: '1' }]);
  const dealId = sandbox.store.put('deals', {});
  sandbox.store.associations.put('companies', ids[0]!, 'deals', dealId);
  sandbox.store.remove('companies', ids[0]!);

  expect(sandbox.store.find('companies', 'company_key', '1')).toBeUndefined();
  expect(sandbox.store.associations.all('deals', 'companies')).toEqual([]);
  expect(sandbox.store.associations.all('companies', 'deals')).toEqual([]);
  const inputs = [{ properties: { company_key: '1' } }];
  const { status } = await http.post('/crm/v3/objects/companies/batch/create', { inputs });
  expect([status, sandbox.store.count('companies')]).toEqual([201, 1]);
});
