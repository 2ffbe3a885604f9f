import { readBack } from '../../nodes/HubspotBatchUpsert/existing/lookUp';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { delivering, lineItems, writesOf } from '../support/delivering';
import { found, type SentInput } from '../support/replies';
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
