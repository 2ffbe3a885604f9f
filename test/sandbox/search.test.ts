import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { client, sandboxForTest } from './client';
import { COMPANIES_SEARCH, companies, valuesIn } from './companies';

const ACME = {
  name: 'Acme',
  domain: 'acme.example',
  phone: '+1 A1',
  industry: 'RETAIL',
  credit_limit: '7.50',
  contract_end: '2026-02-01',
  regions: 'north;east',
};
const BOLT = { name: 'Bolt', domain: 'bolt.example' };

test.each([COMPANIES_SEARCH, '/crm/objects/2026-09/companies/search'])(
  '%s finds by a list of values, with the properties asked for',
  async (path) => {
    const { sandbox, ids, search } = await companies([ACME, BOLT, { name: 'Coil' }]);
    const filters = valuesIn('domain', 'bolt.example', 'acme.example', 'none.example');
    const { status, data } = await search(
      { filterGroups: [{ filters }], properties: ['domain', 'city', 'no_such_property'] },
      path,
    );

    expect(status).toBe(200);
    expect(data).toMatchObject({
      total: 2,
      results: [
        { id: ids[0], properties: { domain: 'acme.example', city: null, hs_object_id: ids[0] } },
        { id: ids[1], properties: { domain: 'bolt.example' } },
      ],
    });
    expect(data).not.toHaveProperty('paging');
    expect(data.results[0]!.properties).not.toHaveProperty('name');
    expect(data.results[0]!.properties).not.toHaveProperty('no_such_property');
    expect(sandbox.log.of('search')).toMatchObject([{ path, objectType: 'companies' }]);
  },
);

test.each<[string, object, boolean]>([
  ['text', { operator: 'EQ', propertyName: 'name', value: 'aCME' }, true],
  ['a part of a text', { operator: 'EQ', propertyName: 'name', value: 'acm' }, false],
  ['text in a list', { operator: 'IN', propertyName: 'name', values: ['bolt', 'acme'] }, true],
  ['an option', { operator: 'IN', propertyName: 'industry', values: ['RETAIL'] }, true],
  [
    'an option in another case',
    { operator: 'EQ', propertyName: 'industry', value: 'retail' },
    false,
  ],
  ['one of several options', { operator: 'EQ', propertyName: 'regions', value: 'east' }, true],
  ['a number', { operator: 'IN', propertyName: 'credit_limit', values: ['07.5'] }, true],
  ['a day', { operator: 'EQ', propertyName: 'contract_end', value: '1769904000000' }, true],
  ['another day', { operator: 'EQ', propertyName: 'contract_end', value: '2026-02-02' }, false],
  ['a value', { operator: 'HAS_PROPERTY', propertyName: 'domain' }, true],
  ['no value', { operator: 'NOT_HAS_PROPERTY', propertyName: 'city' }, true],
  ['no value where there is one', { operator: 'NOT_HAS_PROPERTY', propertyName: 'name' }, false],
])('a company is searched by %s', async (_, filter, isFound) => {
  const { found } = await companies([ACME]);
  expect(await found(filter)).toEqual(isFound ? ['Acme'] : []);
});

test.each<[Partial<SandboxOptions>, boolean]>([
  [{}, false],
  [{ searchFindsUpperCase: true }, true],
])('with %j upper-case letters in IN find text: %s', async (options, isFound) => {
  const { found } = await companies([ACME], options);
  expect(await found(...valuesIn('name', 'Acme'))).toEqual(isFound ? ['Acme'] : []);
});

test('records are searched by their ids', async () => {
  const { ids, found } = await companies([ACME, BOLT]);
  expect(await found(...valuesIn('hs_object_id', ids[1]!))).toEqual(['Bolt']);
});

test('all filters of a group must fit, of one group', async () => {
  const { search } = await companies([
    ACME,
    { ...BOLT, city: 'Ulm' },
    { name: 'Coil', city: 'Ulm' },
  ]);
  const named = (value: string) => ({ propertyName: 'name', operator: 'EQ', value });
  const inUlm = { propertyName: 'city', operator: 'EQ', value: 'Ulm' };
  const { data } = await search({
    filterGroups: [{ filters: [named('Acme')] }, { filters: [named('bolt'), inUlm] }],
    sorts: ['-name'],
  });

  expect(data.results.map(({ properties }) => properties.name)).toEqual(['Bolt', 'Acme']);
  expect(Object.keys(data.results[0]!.properties).sort()).toEqual([
    'createdate',
    'domain',
    'hs_lastmodifieddate',
    'hs_object_id',
    'name',
  ]);
});

test('pages follow one another to the last', async () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const { search } = await companies(names.map((name) => ({ name })));
  const seen: unknown[] = [];
  let after: string | undefined = '0';
  while (after !== undefined) {
    const { data } = await search({ limit: 2, after, properties: ['name'] });
    expect(data.total).toBe(5);
    seen.push(data.results.map(({ properties }) => properties.name));
    after = data.paging?.next.after;
  }
  expect(seen).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

test('a page has ten records unless told otherwise', async () => {
  const { search } = await companies(Array.from({ length: 11 }, () => ({ name: 'a' })));
  const { data } = await search({});
  expect([data.total, data.results.length, data.paging?.next.after]).toEqual([11, 10, '10']);
});

test('pages can be smaller than they were asked for', async () => {
  const { search } = await companies([ACME, BOLT], { searchPageSize: 1 });
  const { data } = await search({ limit: 200 });
  expect([data.results.length, data.paging]).toEqual([1, { next: { after: '1' } }]);
});

test('to search needs the scope for reading', async () => {
  const sandbox = await sandboxForTest();
  const http = client(sandbox, { scopes: ['crm.objects.companies.write'] });
  expect((await http.post(COMPANIES_SEARCH, {})).status).toBe(403);
});
