import type { Settings } from '../../nodes/HubspotBatchUpsert/model/settings';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { sendBatch } from '../../nodes/HubspotBatchUpsert/write/sendBatch';
import { delivering, endsOf, failureOf, lineItems, writesOf } from '../support/delivering';
import { networkError } from '../support/n8n';
import { complete, found } from '../support/replies';
import { aboutProperties } from '../support/refusals';
import type { Script } from '../support/scriptedHubspot';
import { inVirtualTime, useVirtualTime } from '../support/virtualTime';

useVirtualTime();

/** Sends the records, then whatever is left apart or is to be sent again, until nothing is. */
async function sent(
  script: Script,
  settings: Partial<Settings>,
  { ids = ['A'], target = lineItems() } = {},
) {
  const writes = writesOf(target, ...ids);
  const all = delivering(script, { items: ids.length, settings: { maxRetries: 1, ...settings } });
  const pending = [writes];
  for (let members = pending.shift(); members; members = pending.shift()) {
    const left = await inVirtualTime(sendBatch({ target, members }, all.context));
    pending.push(...left.apart, ...left.resend);
  }
  return { ...all, writes };
}

const conflict = { status: 409, body: { category: 'CONFLICT', message: 'exists' } };
const gone = { status: 404, body: { category: 'OBJECT_NOT_FOUND', message: 'not found' } };
const nobody = found([]);
const A = found([{ sku: 'A', name: 'Old' }]);

it('records of one kind travel together, those of another apart', async () => {
  const { hubspot, run } = await sent(
    { read: [A] },
    { existingValues: 'keep' },
    { ids: ['A', 'B'] },
  );
  expect(hubspot.creates.map((batch) => batch.map(({ properties }) => properties.sku))).toEqual([
    ['B'],
  ]);
  expect(hubspot.updates).toEqual([]);
  expect(endsOf(run)).toEqual(['unchanged', 'created']);
});

it('a record that is there after all is read again, and skipped', async () => {
  const { hubspot, run } = await sent(
    { read: [nobody, A], create: [conflict] },
    { operation: 'create' },
  );
  expect(hubspot.reads).toEqual([['A'], ['A']]);
  expect(endsOf(run)).toEqual(['skipped']);
});

it('a record that is gone meanwhile is read again, and skipped', async () => {
  const { hubspot, run } = await sent(
    { read: [A, nobody], update: [gone] },
    { operation: 'update' },
  );
  expect(hubspot.updates).toHaveLength(1);
  expect(endsOf(run)).toEqual(['skipped']);
});

describe('a create that nobody knows the end of', () => {
  it('is not repeated where the store holds the record', async () => {
    const read = [nobody, found([{ sku: 'A', name: 'Name A' }])];
    const create = [networkError('ECONNRESET')];
    const { hubspot, run } = await sent({ read, create }, { operation: 'create' });
    expect(hubspot.creates).toHaveLength(1);
    expect(endsOf(run)).toEqual(['written']);
  });

  it('is made once more where the store does not, as often as may be', async () => {
    const { hubspot, run } = await sent(
      { create: [networkError('ECONNRESET')] },
      { operation: 'create', maxRetries: 2 },
    );
    expect(hubspot.creates).toHaveLength(3);
    expect(failureOf(run, 0)).toMatchObject({ category: 'NETWORK' });
    expect(run.ledger.holdsUnconfirmed).toBe(true);
  });

  it('is not repeated without a unique key', async () => {
    const target = new Target('deals', 'dealname', undefined, 'search');
    const { hubspot, run } = await sent(
      { create: [networkError('ECONNRESET')] },
      { operation: 'create' },
      { target },
    );
    expect(hubspot.creates).toHaveLength(1);
    expect(run.ledger.holdsUnconfirmed).toBe(true);
    expect(hubspot.searches.length).toBeGreaterThan(2);
  });
});

describe('an update that nobody knows the end of, and whose repetition finds no record', () => {
  const update = [networkError('ECONNRESET'), gone];

  it('is decided anew by what the store holds', async () => {
    const { run } = await sent({ read: [A, nobody], update }, { operation: 'update' });
    expect(endsOf(run)).toEqual(['skipped']);
  });

  it('stays unconfirmed where the store has the record after all', async () => {
    const { hubspot, run } = await sent({ read: [A, A], update }, { operation: 'update' });
    expect(hubspot.updates).toHaveLength(2);
    expect(failureOf(run, 0)).toMatchObject({ category: 'OBJECT_NOT_FOUND', attempted: true });
    expect(run.ledger.holdsUnconfirmed).toBe(true);
  });
});

it('a record that was created is remembered where it was searched', async () => {
  const target = new Target('deals', 'dealname', undefined, 'search');
  const { context, writes, run } = await sent({}, {}, { target });
  expect(endsOf(run)).toEqual(['created']);
  expect(context.recentlyCreated.idOf(writes[0]!)).toBe('90');
});

it('a record of a unique key is not remembered', async () => {
  const { context, writes } = await sent({}, { operation: 'create' });
  expect(context.recentlyCreated.idOf(writes[0]!)).toBeUndefined();
});

it('an update of which HubSpot refuses every value is not sent without any', async () => {
  const invalid = { status: 400, body: aboutProperties('INVALID_OPTION', 'name') };
  const refuse = [invalid, { status: 400, body: { message: 'Nothing to update' } }];
  const { hubspot, run } = await sent(
    { read: [A], update: refuse },
    { skipUnchanged: true, invalidValues: 'leaveOut' },
  );
  expect(hubspot.updates).toHaveLength(1);
  expect(endsOf(run)).toEqual(['unchanged']);
});

it('records updated in one batch are settled by their ids', async () => {
  const update = [
    complete([{ id: '700', properties: { sku: 'A', name: 'Name A' }, archived: false }]),
  ];
  const { run } = await sent({ read: [A], update }, { operation: 'update' });
  expect(run.ledger.entry(0)).toMatchObject({ hubspot: { outcome: 'updated', id: '700' } });
});
