import type { INodeParameters } from 'n8n-workflow';
import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest, until } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

const byDomain = { ...objectType('companies'), ...idProperty('domain') };
const DOMAINS = [0, 1].map((n) => ({ domain: `c${n}.com`, name: `New ${n}` }));

/** Two of three are there; `items` is what the run is given. */
const ASKED: Array<[path: string, parameters: INodeParameters, ends: string[]]> = [
  ['/batch/create', { operation: 'create' }, ['skipped', 'skipped', 'created']],
  ['/batch/update', { operation: 'update' }, ['updated', 'updated', 'skipped']],
];

const TROUBLE: FaultAction[] = [
  { kind: 'status', status: 429 },
  { kind: 'status', status: 423 },
  { kind: 'hang', when: 'before' },
  { kind: 'status', status: 504 },
];

describe.each(ASKED)('%s', (path, parameters, ends) => {
  it.each(TROUBLE)('is repeated after %j, and nothing stands twice', async (trouble) => {
    const sandbox = await sandboxForTest();
    for (const key of ['K-0', 'K-1']) {
      sandbox.store.put('line_items', { invoice_line_key: key, name: 'Old' });
    }
    sandbox.faults.add({ match: { path, nth: 1 }, do: trouble });
    const outcome = await upsert({
      items: lineItems(3),
      credential: serviceKeyOf(sandbox),
      parameters: { ...parameters, options: { timeout: 5 } },
    });
    expectAllAccounted(outcome, 3);
    expect(writtenOf(outcome).map(({ outcome: done }) => done)).toEqual(ends);
    expect(sandbox.store.count('line_items')).toBe(ends.includes('created') ? 3 : 2);
  });
});

it.each(TROUBLE)('a search is repeated after %j', async (trouble) => {
  const sandbox = await sandboxForTest();
  const id = sandbox.store.put('companies', { domain: 'c0.com', name: 'Old' });
  sandbox.faults.add({ match: { path: '/search', nth: 1 }, do: trouble });
  const outcome = await upsert({
    items: DOMAINS,
    credential: serviceKeyOf(sandbox),
    parameters: { ...byDomain, options: { nonUniqueId: 'search', timeout: 5 } },
  });
  expectAllAccounted(outcome, 2);
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'updated', id }, { outcome: 'created' }]);
  expect(sandbox.log.of('search')).toHaveLength(2);
});

it('a search that waits for its turn ends with the execution, and nothing is written', async () => {
  const sandbox = await sandboxForTest();
  const stop = new AbortController();
  const items = Array.from({ length: 40 }, (_, n) => ({ domain: `c${n}.com`, name: 'x' }));
  sandbox.faults.add({
    match: { path: '/search' },
    do: { kind: 'status', status: 429, retryAfterSeconds: 60 },
  });
  const running = upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: { ...byDomain, options: { nonUniqueId: 'search', batchSize: 1 } },
    signal: stop.signal,
  });
  await until(() => sandbox.log.of('search').length > 0);
  stop.abort();
  const { run } = await running;
  expect(run.status).toBe('canceled');
  const seen = sandbox.log.entries.length;
  await new Promise((resolve) => setTimeout(resolve, 120_000));
  expect(sandbox.log.entries).toHaveLength(seen);
  expect(sandbox.store.count('companies')).toBe(0);
});

describe('a value that HubSpot refuses by name is left out', () => {
  const leaveOut = { invalidValues: 'leaveOut' };

  it.each([
    ['create', 'created'],
    ['update', 'updated'],
  ])('of what the operation %s writes', async (operation, ended) => {
    const sandbox = await sandboxForTest();
    sandbox.store.addProperty('line_items', { name: 'serial', hasUniqueValue: true });
    sandbox.store.put('line_items', { invoice_line_key: 'K-9', serial: 'taken' });
    if (operation === 'update') sandbox.store.put('line_items', { invoice_line_key: 'K-0' });
    const outcome = await upsert({
      items: [{ invoice_line_key: 'K-0', name: 'New', serial: 'taken' }],
      credential: serviceKeyOf(sandbox),
      parameters: { operation, options: leaveOut },
    });
    expectAllAccounted(outcome, 1);
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: ended, leftOut: [{ property: 'serial', value: 'taken' }] },
    ]);
    const stored = sandbox.store.find('line_items', 'invoice_line_key', 'K-0')?.properties;
    expect(stored).toEqual({ invoice_line_key: 'K-0', name: 'New' });
  });

  it('and where nothing else is to be updated, the record is unchanged', async () => {
    const sandbox = await sandboxForTest();
    sandbox.store.addProperty('line_items', { name: 'serial', hasUniqueValue: true });
    sandbox.store.put('line_items', { invoice_line_key: 'K-9', serial: 'taken' });
    sandbox.store.put('line_items', { invoice_line_key: 'K-0', name: 'Same' });
    const outcome = await upsert({
      items: [{ invoice_line_key: 'K-0', name: 'Same', serial: 'taken' }],
      credential: serviceKeyOf(sandbox),
      parameters: { options: { ...leaveOut, skipUnchanged: true } },
    });
    expect(writtenOf(outcome)).toMatchObject([
      { outcome: 'unchanged', leftOut: [{ property: 'serial' }] },
    ]);
  });
});

describe('values are compared as HubSpot stores them', () => {
  const definitions = [
    {
      name: 'tags',
      type: 'enumeration',
      fieldType: 'checkbox',
      options: ['a', 'b', 'c'].map((value) => ({ value, label: value.toUpperCase() })),
    },
    { name: 'day', type: 'date', fieldType: 'date' },
    { name: 'moment', type: 'datetime', fieldType: 'date' },
    { name: 'is_open', type: 'bool', fieldType: 'booleancheckbox' },
  ] as const;
  const HELD = {
    invoice_line_key: 'K-0',
    tags: 'b;a',
    day: '2024-03-05',
    moment: '2024-03-05T10:30:00.000Z',
    is_open: 'true',
  };

  it.each([
    ['tags', 'a;b', undefined],
    ['tags', ';a', undefined],
    ['tags', ['B', 'A'], undefined],
    ['tags', ';c', 'b;a;c'],
    ['tags', 'a', 'a'],
    ['day', '2024-03-05T00:00:00Z', undefined],
    ['day', 1709596800000, undefined],
    ['day', '2024-03-06', '2024-03-06'],
    ['moment', '2024-03-05T11:30:00+01:00', undefined],
    ['moment', '2024-03-05T10:30:01Z', '2024-03-05T10:30:01.000Z'],
    ['is_open', true, undefined],
    ['is_open', 'TRUE', undefined],
    ['is_open', false, 'false'],
  ])('%s as %j', async (property, value, changed) => {
    const sandbox = await sandboxForTest();
    for (const definition of definitions) {
      sandbox.store.addProperty('line_items', definition as never);
    }
    sandbox.store.put('line_items', HELD);
    const outcome = await upsert({
      items: [{ invoice_line_key: 'K-0', [property]: value }],
      credential: serviceKeyOf(sandbox),
      parameters: { options: { skipUnchanged: true } },
    });
    expect(failuresOf(outcome)).toEqual([]);
    const [written] = writtenOf(outcome);
    expect(written?.outcome).toBe(changed === undefined ? 'unchanged' : 'updated');
    if (changed === undefined) expect(sandbox.log.of('update')).toEqual([]);
    else {
      const from = (HELD as Record<string, string>)[property];
      expect(written?.changes).toEqual({ [property]: { from, to: changed } });
      expect(sandbox.store.records('line_items')[0]?.properties[property]).toBe(changed);
    }
  });
});
