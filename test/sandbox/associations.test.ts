import { client, sandboxForTest } from './client';
import { MAIN, MAIN_TYPE, VERSIONS, lineItemsAndDeals, pair } from './pairs';

const DEFAULT = { associationCategory: 'HUBSPOT_DEFINED', associationTypeId: 20 };

test.each(VERSIONS)(
  'the default association of a line item with a deal is type 20, once however often (%s)',
  async (version) => {
    const { associate, lineIds, dealIds, stored } = await lineItemsAndDeals({ version });
    const input = pair(lineIds[0]!, dealIds[0]!);
    await associate([input]);
    const { status, data } = await associate([input, input]);

    expect([status, data.errors]).toEqual([200, undefined]);
    expect(data.results[0]).toEqual({ ...input, associationSpec: DEFAULT });
    expect(stored()).toEqual([{ fromId: lineIds[0], toId: dealIds[0], labels: [], typeIds: [20] }]);
  },
);

test.each([
  ['v3', 201],
  ['2026-09', 200],
] as const)(
  'a label of the account makes the default association too (%s: %d)',
  async (version, created) => {
    const options = { associationLabels: [MAIN] };
    const { label, lineIds, dealIds, stored } = await lineItemsAndDeals({ version, options });
    const { status, data } = await label([pair(lineIds[0]!, dealIds[0]!)], MAIN_TYPE);

    expect(status).toBe(created);
    expect(data.results).toEqual([
      {
        fromObjectTypeId: '0-8',
        fromObjectId: lineIds[0],
        toObjectTypeId: '0-3',
        toObjectId: dealIds[0],
        labels: ['Main'],
      },
    ]);
    expect(stored()).toEqual([
      { fromId: lineIds[0], toId: dealIds[0], labels: ['Main'], typeIds: [20, 7] },
    ]);
  },
);

test('a pair may have several labels, given at once or one after the other', async () => {
  const { sandbox, label, lineIds, dealIds, stored } = await lineItemsAndDeals();
  const { associations } = sandbox.store;
  for (const name of ['One', 'Two', 'Three']) {
    associations.addLabel('line_items', 'deals', { label: name });
  }
  const types = associations.types
    .between('0-8', '0-3')
    .slice(1)
    .map(({ category, typeId }) => ({
      associationCategory: category,
      associationTypeId: typeId,
    }));
  const input = pair(lineIds[0]!, dealIds[0]!);
  await label([input], types[0], types[1]);
  await label([input], types[1], types[2]);

  expect(stored().map(({ labels }) => labels)).toEqual([['One', 'Two', 'Three']]);
});

test('an association is seen from both records, each with its own name for it', async () => {
  const sandbox = await sandboxForTest();
  const { store } = sandbox;
  store.associations.addLabel('deals', 'contacts', {
    label: 'Bought by',
    inverseLabel: 'Buyer of',
  });
  const [deal, contact] = [store.put('deals', {}), store.put('contacts', {})];
  store.associations.put('deals', deal, 'contact', contact, 'Bought by');

  expect(store.associations.from('0-3', deal, 'contacts')).toEqual([
    { fromId: deal, toId: contact, labels: ['Bought by'], typeIds: [3, 1] },
  ]);
  expect(store.associations.from('contacts', contact, 'deals')).toEqual([
    { fromId: contact, toId: deal, labels: ['Buyer of'], typeIds: [4, 2] },
  ]);
  expect(store.associations.all('deals', 'companies')).toEqual([]);
});

test('a label between records of one type is the same from both, unless it has two names', async () => {
  const { associations } = (await sandboxForTest()).store;
  associations.addLabel('deals', 'deals', { label: 'Sibling' });
  associations.addLabel('deals', 'deals', { label: 'Parent', inverseLabel: 'Child' });
  associations.put('deals', '1', 'deals', '2', 'Sibling', 'Parent');

  expect(associations.all('deals', 'deals').map(({ labels }) => labels)).toEqual([
    ['Sibling', 'Parent'],
    ['Sibling', 'Child'],
  ]);
});

test('a batch without pairs is complete and does nothing', async () => {
  const { associate, stored } = await lineItemsAndDeals();
  const { status, data } = await associate([]);
  expect([status, data.status, data.results, stored()]).toEqual([200, 'COMPLETE', [], []]);
});

test('ids of labelled pairs may be numbers, as in the docs of HubSpot', async () => {
  const options = { associationLabels: [MAIN], numericAssociationIds: true };
  const { label, lineIds, dealIds } = await lineItemsAndDeals({ options });
  const { data } = await label([pair(lineIds[0]!, dealIds[0]!)], MAIN_TYPE);
  expect(data.results[0]).toMatchObject({
    fromObjectId: Number(lineIds[0]),
    toObjectId: Number(dealIds[0]),
  });
});

test('the log tells the pairs that were asked for, and those that were made', async () => {
  const { sandbox, associate, lineIds, dealIds } = await lineItemsAndDeals({ lines: 2 });
  await associate(lineIds.map((id) => pair(id, dealIds[0]!)).concat(pair(lineIds[0]!, '404')));

  const made = lineIds.map((fromId) => ({ fromId, toId: dealIds[0] }));
  expect(sandbox.log.of('associate')).toEqual([
    expect.objectContaining({
      objectType: 'line_items',
      toObjectType: 'deals',
      pairs: [...made, { fromId: lineIds[0], toId: '404' }],
      associated: made,
    }),
  ]);
});

test('custom objects are associated by their type id or their full name', async () => {
  const sandbox = await sandboxForTest();
  const machine = sandbox.store.put('2-3453932', {});
  const company = sandbox.store.put('companies', {});
  const path = '/crm/v4/associations/p1234567_machine/0-2/batch/associate/default';
  const { status } = await client(sandbox).post(path, { inputs: [pair(machine, company)] });

  expect(status).toBe(200);
  expect(sandbox.store.associations.from('2-3453932', machine, 'companies')).toHaveLength(1);
});

test('a label that the account does not have, or cannot have, is a mistake of the test', async () => {
  const { associations } = (await sandboxForTest()).store;
  expect(() => associations.put('deals', '1', 'contacts', '2', 'Buyer')).toThrow(
    'The sandbox has no association label Buyer',
  );
  expect(() => associations.addLabel('line_items', 'contacts', { label: 'Buyer' })).toThrow(
    'The sandbox associates no 0-8 with 0-1',
  );
});
