import { bySearch, isFoundAs } from '../../nodes/HubspotBatchUpsert/existing/bySearch';
import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { delivering, writesOf } from '../support/delivering';
import { complete, ok, searched } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

const deals = new Target('deals', 'dealname', undefined, 'search');
const NONE = ok({ total: 0, results: [] });
const shown = searched([['7', { dealname: 'a' }]]);
const stored = (...ids: string[]) =>
  complete(ids.map((id) => ({ id, properties: { dealname: 'a', amount: '1' } })));

function prepared(script: Script, ids = ['a'], cancelSignal?: AbortSignal) {
  const writes = writesOf(deals, ...ids);
  const all = delivering(script, { settings: { maxRetries: 0 }, cancelSignal });
  const find = (properties: string[] = []) => bySearch(writes, properties, all.context);
  return { ...all, writes, find };
}

it('records that were merged since they were found are one', async () => {
  const both = searched([
    ['7', { dealname: 'a' }],
    ['8', { dealname: 'a' }],
  ]);
  const { find } = prepared({ search: [both], read: [stored('500', '500')] });
  const { found } = await inVirtualTime(find(['amount']));
  expect(found.map(({ id }) => id)).toEqual(['500']);
});

const lose = (write: RecordWrite | undefined) => {
  if (write) write.mayBeWritten = true;
};

it('what the search shows is enough where no values are asked for', async () => {
  const { find, hubspot } = prepared({ search: [shown] });
  const { found, isComplete } = await inVirtualTime(find());
  expect(found).toEqual([{ id: '7', properties: { dealname: 'a' } }]);
  expect(isComplete).toBe(true);
  expect(hubspot.reads).toEqual([]);
});

it('values are read from the store, by record id', async () => {
  const { find, hubspot } = prepared({ search: [shown], read: [stored('7')] });
  const { found } = await inVirtualTime(find(['amount', 'dealname']));
  expect(found).toMatchObject([{ properties: { amount: '1' } }]);
  expect(hubspot.reads).toEqual([['7']]);
  const body = hubspot.requests.at(-1)?.body;
  expect(body).toMatchObject({ properties: ['dealname', 'amount'] });
  expect(body).not.toHaveProperty('idProperty', expect.anything());
});

it('what this process created lately is read though the search does not show it yet', async () => {
  const { find, hubspot, context, writes } = prepared({ read: [stored('9')] });
  context.recentlyCreated.note(writes[0]!, '9');
  const { found } = await inVirtualTime(find());
  expect(hubspot.reads).toEqual([['9']]);
  expect(found).toMatchObject([{ id: '9' }]);
});

it('and once it shows it, it is the same record', async () => {
  const { find, hubspot, context, writes } = prepared({ search: [shown] });
  context.recentlyCreated.note(writes[0]!, '7');
  const { found } = await inVirtualTime(find());
  expect(found).toHaveLength(1);
  expect(hubspot.reads).toEqual([]);
});

it.each([
  ['the search', { search: [{ status: 500, body: {} }], read: [stored('9')] }],
  ['the store', { search: [shown], read: [{ status: 500, body: {} }] }],
])('nothing is sure where %s does not answer', async (_, script) => {
  const { find, context, writes } = prepared(script);
  context.recentlyCreated.note(writes[0]!, '9');
  expect((await inVirtualTime(find(['amount']))).isComplete).toBe(false);
});

describe('what may have been created unseen', () => {
  it('is looked for again until the search shows it', async () => {
    const { find, hubspot, writes } = prepared({ search: [NONE, NONE, shown] }, ['a', 'b']);
    lose(writes[0]);
    const startedAt = performance.now();
    const { found, isComplete } = await inVirtualTime(find());
    expect(found).toHaveLength(1);
    expect(isComplete).toBe(true);
    expect(hubspot.searches).toHaveLength(3);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(6_000);
  });

  it('is not there where the search does not show it for half a minute', async () => {
    const { find, hubspot, writes } = prepared({});
    lose(writes[0]);
    const startedAt = performance.now();
    const { found, isComplete } = await inVirtualTime(find());
    expect([found, isComplete]).toEqual([[], true]);
    expect(hubspot.searches).toHaveLength(11);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(30_000);
  });

  it('is looked for until each of several is found', async () => {
    const both = searched([
      ['7', { dealname: 'a' }],
      ['8', { dealname: 'b' }],
    ]);
    const { find, hubspot, writes } = prepared({ search: [shown, both] }, ['a', 'b']);
    writes.forEach(lose);
    expect((await inVirtualTime(find())).found).toHaveLength(2);
    expect(hubspot.searches).toHaveLength(2);
  });

  it('is given up where HubSpot does not let it be searched', async () => {
    const { find, hubspot, writes } = prepared({ search: [{ status: 403, body: {} }] });
    lose(writes[0]);
    expect((await inVirtualTime(find())).isComplete).toBe(false);
    expect(hubspot.searches).toHaveLength(1);
  });

  it('is not waited for once the user cancels', async () => {
    const controller = new AbortController();
    const { find, hubspot, writes } = prepared(
      {
        search: [
          () => {
            setTimeout(() => controller.abort(), 1_000);
            return NONE;
          },
        ],
      },
      ['a'],
      controller.signal,
    );
    lose(writes[0]);
    const startedAt = performance.now();
    expect((await inVirtualTime(find())).isComplete).toBe(false);
    expect(hubspot.searches).toHaveLength(1);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});

describe('a record is found', () => {
  const definitions = toPropertyDefinitions([{ name: 'amount', type: 'number' }]);
  const byAmount = new Target('deals', 'amount', definitions, 'search');
  const byDomain = new Target('companies', 'domain', undefined, 'search');

  it.each<[Target, string, string | null, boolean]>([
    [deals, 'Acme', ' ACME', true],
    [deals, 'Acme', 'Acne', false],
    [deals, 'Acme', null, false],
    [byAmount, '1.50', '1.5', true],
    [byAmount, '1.50', '15', false],
    [byDomain, 'www.a.example', 'a.example', true],
  ])('%# as the one that is looked for, or not', (target, id, held, isIt) => {
    const record = { properties: { [target.idProperty]: held } };
    expect(isFoundAs({ target, id, properties: {} }, record)).toBe(isIt);
  });
});
