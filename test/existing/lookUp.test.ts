import { lookUp, readBack } from '../../nodes/HubspotBatchUpsert/existing/lookUp';
import type { KeyedRecord, RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { delivering, lineItems, writesOf } from '../support/delivering';
import { complete, found, searched, type SentInput } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';
import { writeOf } from '../support/write';

useVirtualTime();

const target = lineItems();

/** What is found by reading back, by record id and key, and why it was not let be read. */
async function reading(writes: RecordWrite[], read: Script['read']) {
  const { context, hubspot } = delivering({ read }, { settings: { maxRetries: 0 } });
  const { found, refusal } = await inVirtualTime(readBack(writes, context));
  return { found: found.map(({ properties }) => properties?.sku), refusal, hubspot };
}

/** A store that holds every record that is asked for. */
const holdsAll = (inputs: SentInput[]) =>
  found(inputs.map(({ id }) => ({ sku: id, name: `Name ${id}` })));

it('nothing is asked for where nothing is open', async () => {
  const { found, hubspot } = await reading([], [holdsAll]);
  expect(found).toEqual([]);
  expect(hubspot.requests).toEqual([]);
});

it('records are looked for by their keys, with all that was sent', async () => {
  const [a, b] = [
    writeOf('A', { name: 'Name A' }, { target }),
    writeOf('B', { price: '1' }, { target }),
  ];
  const { found: held, hubspot } = await reading([a, b], [found([{ sku: 'A' }])]);
  expect(held).toEqual(['A']);
  expect(hubspot.reads).toEqual([['A', 'B']]);
  expect(hubspot.requests[0]?.url).toContain('/objects/line_items/batch/read');
  expect(hubspot.requests[0]?.body).toMatchObject({
    idProperty: 'sku',
    properties: ['name', 'price', 'sku'],
  });
});

it('a record that is given a new key is looked for under both', async () => {
  const renamed = writeOf('OLD', { sku: 'NEW' }, { target });
  const { hubspot } = await reading([renamed], [found([{ sku: 'NEW' }])]);
  expect(hubspot.reads).toEqual([['NEW', 'OLD']]);
});

it('nothing is known to be held where nothing may be asked any more', async () => {
  const { context } = delivering({ read: [holdsAll] }, { cancelSignal: AbortSignal.abort() });
  const writes = writesOf(target, 'A');
  expect((await inVirtualTime(readBack(writes, context))).found).toEqual([]);
});

it('more than a hundred keys are asked for a hundred at a time', async () => {
  const ids = Array.from({ length: 101 }, (_, index) => `K-${index}`);
  const { found: held, hubspot } = await reading(writesOf(target, ...ids), [holdsAll]);
  expect(hubspot.reads).toEqual([ids.slice(0, 100), ids.slice(100)]);
  expect(held).toEqual(ids);
});

it.each<[string, NonNullable<Script['read']>[number]]>([
  ['an error', { status: 500, body: { message: 'no' } }],
  ['no JSON', { status: 200, body: '<html>' }],
  ['nothing', new Error('not connected')],
])('where HubSpot answers with %s nothing is known to be held', async (_, answer) => {
  expect((await reading(writesOf(target, 'A'), [answer])).found).toEqual([]);
});

it('a hundred go in halves where HubSpot counts their histories', async () => {
  const ids = Array.from({ length: 100 }, (_, index) => `K-${index}`);
  const { found: held, hubspot } = await reading(writesOf(target, ...ids), [
    { status: 400, body: { message: 'Up to 50' } },
    holdsAll,
  ]);
  expect(hubspot.reads).toEqual([ids, ids.slice(0, 50), ids.slice(50)]);
  expect(held).toEqual(ids);
});

it('a refusal says why, with the scope that would have settled it', async () => {
  const body = { context: { requiredGranularScopes: ['crm.objects.line_items.read'] } };
  const { refusal } = await reading(writesOf(target, 'A'), [{ status: 403, body }]);
  expect(refusal).toContain('HTTP 403');
  expect(refusal).toContain('crm.objects.line_items.read');
});

describe('what HubSpot holds for each record', () => {
  const looking = async (sought: KeyedRecord[], script: Script, properties: string[] = []) => {
    const { context, hubspot } = delivering(script, { settings: { maxRetries: 0 } });
    const held = await inVirtualTime(lookUp(sought, properties, context));
    return { ids: sought.map((one) => held.of(one).map(({ id }) => id)), hubspot, held };
  };
  const one = (id: string, more: Partial<KeyedRecord> = {}) => ({
    ...{ target, id, properties: {}, ...more },
  });

  it('is one record by key, or none', async () => {
    const { ids, hubspot } = await looking([one('A'), one('B')], { read: [found([{ sku: 'B' }])] });
    expect(ids).toEqual([[], ['700']]);
    expect(hubspot.requests[0]?.body).toMatchObject({ idProperty: 'sku', properties: ['sku'] });
  });

  it('is read by record id where every record has one', async () => {
    const byRecordId = new Target('line_items', 'hs_object_id', undefined);
    const sought = ['1', '2'].map((id) => one(id, { target: byRecordId, recordId: id }));
    const read = [complete([{ id: '2', properties: { hs_object_id: '2', name: 'Two' } }])];
    const { ids, hubspot } = await looking(sought, { read }, ['name']);
    expect(ids).toEqual([[], ['2']]);
    expect(hubspot.reads).toEqual([['1', '2']]);
    expect(hubspot.requests[0]?.body).toMatchObject({
      properties: ['name', 'hs_object_id', 'hs_merged_object_ids'],
    });
    expect(hubspot.requests[0]?.body).not.toHaveProperty('idProperty', expect.anything());
  });

  it('is what a record was merged into, for each that was', async () => {
    const byRecordId = new Target('line_items', 'hs_object_id', undefined);
    const sought = ['1', '2', '3'].map((id) => one(id, { target: byRecordId, recordId: id }));
    const merged = { hs_object_id: '500', hs_merged_object_ids: '1;3' };
    const read = [
      complete([
        { id: '2', properties: {} },
        { id: '500', properties: merged },
      ]),
    ];
    const { ids } = await looking(sought, { read });
    expect(ids).toEqual([['500'], ['2'], ['500']]);
  });

  it('is read by key where one has no record id', async () => {
    const { hubspot } = await looking([one('A', { recordId: '1' }), one('B')], {});
    expect(hubspot.reads).toEqual([['A', 'B']]);
  });

  it('may be several records by a search', async () => {
    const byName = new Target('deals', 'dealname', undefined, 'search');
    const sought = ['a', 'b', 'c'].map((id) => one(id, { target: byName }));
    const { ids, hubspot } = await looking(sought, {
      search: [
        searched([
          ['7', { dealname: 'A' }],
          ['8', { dealname: 'a' }],
          ['9', { dealname: 'b' }],
        ]),
      ],
    });
    expect(ids).toEqual([['7', '8'], ['9'], []]);
    expect(hubspot.searches).toEqual([['a', 'b', 'c']]);
  });

  it('is read by record id once a search has found it', async () => {
    const byName = new Target('deals', 'dealname', undefined, 'search');
    const { hubspot } = await looking([one('a', { target: byName, recordId: '7' })], {});
    expect(hubspot.searches).toEqual([]);
    expect(hubspot.reads).toEqual([['7']]);
  });

  it('is a contact by one of its further addresses', async () => {
    const contacts = new Target('contacts', 'email', undefined);
    const email = { email: 'ada@example.com', hs_additional_emails: 'a@example.com' };
    const sought = [one('A@example.com', { target: contacts })];
    const { ids, hubspot } = await looking(sought, { read: [found([email])] });
    expect(ids).toEqual([['700']]);
    expect(hubspot.requests[0]?.body).toMatchObject({
      properties: ['email', 'hs_additional_emails'],
    });
  });

  it('of no records is nothing', async () => {
    const { hubspot, held } = await looking([], {});
    expect([hubspot.requests, held.isComplete, held.of(one('A'))]).toEqual([[], true, []]);
  });
});
