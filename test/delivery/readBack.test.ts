import { readBack } from '../../nodes/HubspotBatchUpsert/delivery/readBack';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { delivering, lineItems, writesOf } from '../support/delivering';
import { found, type SentInput } from '../support/replies';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';
import { writeOf } from '../support/write';

useVirtualTime();

const target = lineItems();

async function reading(writes: RecordWrite[], read: Script['read'], batch = writes) {
  const { client, hubspot } = delivering({ read }, { settings: { maxRetries: 0 } });
  const held = await inVirtualTime(readBack(writes, batch, client));
  return { held: [...held].map(([{ id }, result]) => [id, result.id]), hubspot };
}

/** A store that holds every record that is asked for. */
const holdsAll = (inputs: SentInput[]) =>
  found(inputs.map(({ id }) => ({ sku: id, name: `Name ${id}` })));

it('nothing is asked for where nothing is open', async () => {
  const { held, hubspot } = await reading([], [holdsAll]);
  expect(held).toEqual([]);
  expect(hubspot.requests).toEqual([]);
});

it('records are looked for by their keys, with all that was sent', async () => {
  const [a, b] = [
    writeOf('A', { name: 'Name A' }, { target }),
    writeOf('B', { price: '1' }, { target }),
  ];
  const { held, hubspot } = await reading([a, b], [found([{ sku: 'A', name: 'Name A' }])]);
  expect(held).toEqual([['A', '700']]);
  expect(hubspot.reads).toEqual([['A', 'B']]);
  expect(hubspot.requests[0]?.url).toContain('/objects/line_items/batch/read');
  expect(hubspot.requests[0]?.body).toMatchObject({
    idProperty: 'sku',
    properties: ['name', 'price', 'sku'],
  });
});

it('a record that holds other values than were sent was not written', async () => {
  const { held } = await reading(writesOf(target, 'A'), [found([{ sku: 'A', name: 'older' }])]);
  expect(held).toEqual([]);
});

it('a record that is given a new key is looked for under both', async () => {
  const renamed = writeOf('OLD', { sku: 'NEW' }, { target });
  const { held, hubspot } = await reading([renamed], [found([{ sku: 'NEW' }])]);
  expect(hubspot.reads).toEqual([['NEW', 'OLD']]);
  expect(held).toEqual([['OLD', '700']]);
});

it('likeness to another record of the batch proves nothing', async () => {
  const [upper, lower] = [writeOf('K', {}, { target }), writeOf('k', {}, { target })];
  const store = [found([{ sku: 'k ' }])];
  expect((await reading([upper], store)).held).toEqual([['K', '700']]);
  expect((await reading([upper], store, [upper, lower])).held).toEqual([]);
});

it('nothing is known to be held where nothing may be asked any more', async () => {
  const { client } = delivering({ read: [holdsAll] }, { cancelSignal: AbortSignal.abort() });
  const writes = writesOf(target, 'A');
  expect([...(await inVirtualTime(readBack(writes, writes, client)))]).toEqual([]);
});

it('more than a hundred keys are asked for a hundred at a time', async () => {
  const ids = Array.from({ length: 101 }, (_, index) => `K-${index}`);
  const { held, hubspot } = await reading(writesOf(target, ...ids), [holdsAll]);
  expect(hubspot.reads).toEqual([ids.slice(0, 100), ids.slice(100)]);
  expect(held.map(([id]) => id)).toEqual(ids);
});

it.each<[string, NonNullable<Script['read']>[number]]>([
  ['an error', { status: 500, body: { message: 'no' } }],
  ['no JSON', { status: 200, body: '<html>' }],
  ['nothing', new Error('not connected')],
])('where HubSpot answers with %s nothing is known to be held', async (_, answer) => {
  expect((await reading(writesOf(target, 'A'), [answer])).held).toEqual([]);
});
