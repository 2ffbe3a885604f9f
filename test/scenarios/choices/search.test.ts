import type { INodeParameters } from 'n8n-workflow';
import type { SandboxOptions } from '../../../sandbox/hubspot/options';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

const search = { nonUniqueId: 'search' };
const byDomain = { ...objectType('companies'), ...idProperty('domain'), options: search };

async function companies(options: Partial<SandboxOptions> = {}) {
  const sandbox = await sandboxForTest(options);
  const credential = { id: 'companies', ...serviceKeyOf(sandbox) };
  const run = (items: Array<Record<string, string>>, more = {}) =>
    upsert({ items, credential, parameters: { ...byDomain, ...more } });
  const operations = () => sandbox.log.entries.map(({ operation }) => operation);
  return { sandbox, run, operations };
}

it('finds companies by their domain: none creates, one updates, several are told', async () => {
  const { sandbox, run } = await companies();
  const id = sandbox.store.put('companies', { domain: 'one.com', name: 'Old' });
  const twins = [1, 2].map((n) =>
    sandbox.store.put('companies', { domain: 'two.com', name: `${n}` }),
  );
  const outcome = await run([
    { domain: 'none.com', name: 'New' },
    { domain: 'https://One.com/about?x=1', name: 'New' },
    { domain: 'two.com', name: 'New' },
  ]);
  expectAllAccounted(outcome, 3);
  expect(writtenOf(outcome)).toMatchObject([
    { outcome: 'created', idValue: 'none.com' },
    { outcome: 'updated', idValue: 'one.com', id },
  ]);
  expect(failuresOf(outcome)).toMatchObject([
    {
      category: 'AMBIGUOUS_ID',
      context: { ids: twins },
      attempted: false,
      stage: 'read',
      idValue: 'two.com',
    },
  ]);
  expect(sandbox.store.records('companies').map(({ properties }) => properties)).toMatchObject([
    { domain: 'one.com', name: 'New' },
    { domain: 'two.com', name: '1' },
    { domain: 'two.com', name: '2' },
    { domain: 'none.com', name: 'New' },
  ]);
});
it.each([
  ['acme.com:8080', 'acme.com'],
  ['https://Acme.com:443/x?y=1', 'acme.com'],
  ['https://user:word@acme.com/', 'acme.com'],
  ['//acme.com.', 'acme.com'],
  ['Müller.de', 'müller.de'],
])('%s is the company with the domain %s', async (domain, stored) => {
  const { sandbox, run } = await companies();
  const outcome = await run([{ domain, name: 'x' }]);
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'created', idValue: stored }]);
  expect(sandbox.store.records('companies')).toMatchObject([{ properties: { domain: stored } }]);
});

it.each([
  ...['n/a', '-', 'none', 'www', 'https://', '.', 'a b.com', 'a.com, b.com', 'ada@a.com'],
  ...['n.a.', 'k.A.', '-.-', '12.03.2024', 'mailto:ada@a.com', 'sip:ada@a.com'],
])('what is no domain stands for no company: %s', async (domain) => {
  const { sandbox, run } = await companies();
  const outcome = await run([
    { domain, name: 'x' },
    { domain, name: 'y' },
  ]);
  const expected = {
    category: 'INVALID_VALUE',
    property: 'domain',
    value: domain,
    attempted: false,
  };
  expect(failuresOf(outcome)).toMatchObject([expected, expected]);
  expect(failuresOf(outcome)[0]?.message).toMatch(/is no domain.*such as example\.com/);
  expect(sandbox.store.count('companies')).toBe(0);
});

it('asks once for a hundred companies', async () => {
  const { sandbox, run, operations } = await companies();
  const items = Array.from({ length: 100 }, (_, n) => ({ domain: `c${n}.com`, name: `C ${n}` }));
  for (const item of items.slice(0, 50)) sandbox.store.put('companies', { ...item, name: 'Old' });
  const outcome = await run(items);
  expect(outcome.success).toHaveLength(100);
  expect(operations().sort()).toEqual(['create', 'properties', 'search', 'update']);
});

it('items that differ by what HubSpot does not tell apart are one record', async () => {
  const { sandbox, run } = await companies();
  const outcome = await run([
    { domain: 'ACME.com', name: 'One' },
    { domain: 'http://acme.com/', city: 'Rome' },
    { domain: 'www.acme.com', name: 'Two' },
  ]);
  expect(writtenOf(outcome).map(({ outcome: done }) => done)).toEqual(Array(3).fill('created'));
  expect(sandbox.store.records('companies')).toMatchObject([
    { properties: { name: 'Two', city: 'Rome' } },
  ]);
  expect(sandbox.store.count('companies')).toBe(1);
});

describe('domains that upper case alone makes alike are two companies', () => {
  it('in one run', async () => {
    const { sandbox, run } = await companies();
    const id = sandbox.store.put('companies', { domain: 'strasse.de', name: 'Old' });
    const outcome = await run([
      { domain: 'strasse.de', city: 'Bern' },
      { domain: 'straße.de', name: 'Other' },
    ]);
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated', id }, { outcome: 'created' }]);
    expect(sandbox.store.records('companies').map(({ properties }) => properties)).toMatchObject([
      { domain: 'strasse.de', name: 'Old', city: 'Bern' },
      { domain: 'straße.de', name: 'Other' },
    ]);
  });

  it('in two runs, of which the second begins before the search shows the first', async () => {
    const { sandbox, run } = await companies({ searchLagMs: Infinity });
    await run([{ domain: 'maße.de', name: 'One' }]);
    const outcome = await run([{ domain: 'masse.de', name: 'Two' }]);
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'created' }]);
    expect(sandbox.store.count('companies')).toBe(2);
  });

  it.each(['create', 'dryRun'])('one after the other (%s)', async (choice) => {
    const { run } = await companies();
    const dryRun = choice === 'dryRun';
    const outcome = await run([{ domain: 'strasse.de' }, { domain: 'straße.de' }], {
      operation: 'create',
      options: { ...search, duplicates: 'sequence', dryRun },
    });
    const done = dryRun ? 'wouldCreate' : 'created';
    expect(writtenOf(outcome)).toMatchObject([{ outcome: done }, { outcome: done }]);
  });
});

it.each([
  ['acme.com', 'www.acme.com'],
  ['www.acme.com', 'acme.com'],
  ['https://WWW.Acme.com/', 'www.acme.com'],
])('%s is the company that HubSpot holds as %s', async (domain, held) => {
  const { sandbox, run } = await companies();
  const id = sandbox.store.put('companies', { domain: held, name: 'Old' });
  const outcome = await run([{ domain, name: 'New' }]);
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated', id }]);
  expect(sandbox.store.records('companies')).toMatchObject([
    { properties: { domain: held, name: 'New' } },
  ]);
});

it('companies with and without www. are several', async () => {
  const { sandbox, run } = await companies();
  const ids = ['acme.com', 'www.acme.com'].map((domain) =>
    sandbox.store.put('companies', { domain }),
  );
  const outcome = await run([{ domain: 'acme.com', name: 'New' }]);
  expect(failuresOf(outcome)).toMatchObject([{ category: 'AMBIGUOUS_ID', context: { ids } }]);
});

it('a record that this process created is known before the search shows it', async () => {
  const { sandbox, run } = await companies({ searchLagMs: Infinity });
  const [first] = writtenOf(await run([{ domain: 'new.com', name: 'One' }]));
  const [second] = writtenOf(await run([{ domain: 'New.com', name: 'Two' }]));
  expect(second).toMatchObject({ outcome: 'updated', id: first?.id });
  expect(sandbox.store.count('companies')).toBe(1);
  sandbox.store.remove('companies', first!.id);
  const [third] = writtenOf(await run([{ domain: 'new.com', name: 'Three' }]));
  expect(third).toMatchObject({ outcome: 'created' });
});

it('values are compared with those of the store, not with older ones of the search', async () => {
  const { sandbox, run } = await companies({ searchLagMs: Infinity });
  const id = sandbox.store.put('companies', { domain: 'a.com', name: 'Old' });
  sandbox.store.search.catchUp();
  sandbox.store.put('companies', { name: 'Theirs' }, id);
  const outcome = await run([{ domain: 'a.com', name: 'Ours' }], {
    options: { ...search, existingValues: 'keep' },
  });
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'unchanged' }]);
  expect(sandbox.store.records('companies')).toMatchObject([{ properties: { name: 'Theirs' } }]);
});

it.each([1, 2])('reads a search to its last page, with %i on each', async (searchPageSize) => {
  const { sandbox, run } = await companies({ searchPageSize, searchRateLimit: null });
  for (let n = 0; n < 5; n += 1) sandbox.store.put('companies', { domain: 'many.com' });
  const id = sandbox.store.put('companies', { domain: 'last.com' });
  const outcome = await run([
    { domain: 'many.com', name: 'x' },
    { domain: 'last.com', name: 'y' },
  ]);
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated', id }]);
  expect(failuresOf(outcome)[0]?.context?.ids).toHaveLength(5);
});

it('without the option the node says that there is one', async () => {
  const { run } = await companies();
  const { thrown } = await run([{ domain: 'a.com', name: 'x' }], { options: {} });
  expect(thrown?.message).toMatch(/Non-Unique ID to Search/);
});

it.each([{}, { dryRun: true }])(
  'a property that there is not is named, and no option that is chosen already (%j)',
  async (choice) => {
    const { run } = await companies();
    const { thrown } = await run([{ ref: 'a.com', name: 'x' }], {
      ...idProperty('web'),
      id: '={{ $json.ref }}',
      options: { ...search, ...choice },
    });
    expect(thrown?.message).toMatch(/cannot search companies by "web".*no such property/);
    expect(thrown?.message).not.toMatch(/Non-Unique ID/);
  },
);

describe('by a property that HubSpot does not let be written', () => {
  it.each<[INodeParameters]>([[{}], [{ operation: 'create' }]])(
    'what is not there is not created, and a dry run says so, too (%j)',
    async (parameters) => {
      const { sandbox, run } = await companies();
      const modificationMetadata = {
        archivable: false,
        readOnlyDefinition: true,
        readOnlyValue: true,
      };
      sandbox.store.addProperty('companies', { name: 'origin', modificationMetadata });
      const id = sandbox.store.put('companies', { origin: 'O-1', name: 'Old' });
      const asked = { ...idProperty('origin'), id: '={{ $json.ref }}', ...parameters };
      const items = [
        { ref: 'O-1', name: 'New' },
        { ref: 'O-2', name: 'New' },
      ];
      const runs = [
        await run(items, { ...asked, options: { ...search, dryRun: true } }),
        await run(items, asked),
      ];
      for (const outcome of runs) {
        expect(writtenOf(outcome)).toMatchObject([{ id }]);
        expect(failuresOf(outcome)).toMatchObject([
          { category: 'RECORD_NOT_FOUND', property: 'origin', value: 'O-2', attempted: false },
        ]);
      }
      expect(sandbox.log.of('create')).toEqual([]);
      expect(sandbox.store.count('companies')).toBe(1);
    },
  );
});

it('goes by unique properties as ever, without a search', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ invoice_line_key: 'K-1', name: 'x' }],
    credential: serviceKeyOf(sandbox),
    parameters: { options: search },
  });
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'created' }]);
  expect(sandbox.log.of('search')).toEqual([]);
});

it('long values go in as many searches as HubSpot takes them in', async () => {
  const { sandbox, run } = await companies({ searchRateLimit: null });
  const items = Array.from({ length: 250 }, (_, n) => ({
    domain: `${'long-'.repeat(10)}${n}.com`,
    name: `C ${n}`,
  }));
  for (const item of items.slice(0, 125)) sandbox.store.put('companies', { ...item, name: 'Old' });
  const outcome = await run(items);
  expect(outcome.success).toHaveLength(250);
  expect(sandbox.store.count('companies')).toBe(250);
  const refused = sandbox.log.of('search').filter(({ status }) => status !== 200);
  expect(refused.length).toBeLessThan(6);
});

it('searches at the pace that HubSpot has for them', async () => {
  const { sandbox, run } = await companies();
  const items = Array.from({ length: 12 }, (_, n) => ({ domain: `c${n}.com`, name: `C ${n}` }));
  const outcome = await run(items, { options: { ...search, batchSize: 1 } });
  expect(outcome.success).toHaveLength(12);
  expect(sandbox.log.of('search').map(({ status }) => status)).toEqual(Array(12).fill(200));
});

describe('a company whose creation got no answer', () => {
  const lost = { match: { path: '/batch/create', times: 1 }, do: { kind: 'reset' } } as const;

  it('is looked for, and told as written once the search shows it', async () => {
    const { sandbox, run } = await companies({ searchLagMs: 2_000 });
    sandbox.faults.add(lost);
    const outcome = await run([{ domain: 'lost.com', name: 'x' }]);
    expect(writtenOf(outcome)).toMatchObject([{ outcome: 'written' }]);
    expect(sandbox.store.count('companies')).toBe(1);
    expect(sandbox.log.of('create')).toHaveLength(1);
  });
});

describe('an answer to a search that does not tell which records there are', () => {
  it.each([
    ['no list', {}],
    ['less than it counts', { total: 2, results: [] }],
    ['a record without its values', { total: 1, results: [{ id: '5' }] }],
    ['a record without its id', { total: 1, results: [{ properties: { domain: 'a.com' } }] }],
  ])('creates nothing: %s', async (_, body) => {
    const { sandbox, run } = await companies();
    sandbox.faults.add({ match: { path: '/search' }, do: { kind: 'status', status: 200, body } });
    const outcome = await run([
      { domain: 'a.com', name: 'x' },
      { domain: 'b.com', name: 'y' },
    ]);
    expectAllAccounted(outcome, 2);
    const expected = { attempted: false, stage: 'read', retryable: true };
    expect(failuresOf(outcome)).toMatchObject([expected, expected]);
    expect(sandbox.store.count('companies')).toBe(0);
  });
});

it('a record that stands on two pages is one record', async () => {
  const { sandbox, run } = await companies();
  const id = sandbox.store.put('companies', { domain: 'a.com', name: 'Old' });
  const results = [{ id, properties: { domain: 'a.com' } }];
  const paging = { next: { after: '1' } };
  sandbox.faults.add({
    match: { path: '/search', nth: 1 },
    do: { kind: 'status', status: 200, body: { total: 1, results, paging } },
  });
  sandbox.faults.add({
    match: { path: '/search', nth: 2 },
    do: { kind: 'status', status: 200, body: { total: 1, results } },
  });
  const outcome = await run([
    { domain: 'a.com', name: 'New' },
    { domain: 'b.com', name: 'New' },
  ]);
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated', id }, { outcome: 'created' }]);
});
