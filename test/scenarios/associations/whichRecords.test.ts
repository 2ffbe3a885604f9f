import { associations, linkedDeals, putDeals } from '../../support/associations';
import { failuresOf, writtenKeys, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const byKey = associations({ toIdProperty: 'deal_key' });

async function associated(deals: unknown[], parameters = byKey) {
  const sandbox = await sandboxForTest();
  putDeals(sandbox, 3);
  const items = lineItems(deals.length).map((item, index) => ({ ...item, deal: deals[index] }));
  const outcome = await upsert({
    items: items as object[] as Record<string, string>[],
    credential: serviceKeyOf(sandbox),
    parameters,
  });
  return { sandbox, outcome };
}

it.each<[string, unknown]>([
  ['a list', ['D-0', 'D-2']],
  ['text with semicolons', 'D-0;D-2'],
  ['text with blanks around them', ' D-0 ; D-2 ;'],
  ['one of them twice', ['D-0', 'D-2', 'D-0']],
])('a record is associated with several others: %s', async (_, deal) => {
  const { sandbox, outcome } = await associated([deal]);
  expect(linkedDeals(sandbox)).toEqual({ 'K-0': ['D-0', 'D-2'] });
  expect(sandbox.log.of('associate').flatMap(({ pairs }) => pairs)).toHaveLength(2);
  expect(writtenOf(outcome)).toMatchObject([
    { associations: [{ toObjectType: 'deals' }, { toObjectType: 'deals' }] },
  ]);
});

it.each<[string, unknown]>([
  ['is undefined', undefined],
  ['is null', null],
  ['is empty text', ''],
  ['is blank', '  '],
  ['is an empty list', []],
  ['holds nothing but separators', ' ; ;'],
])('a value that %s asks for no association', async (_, deal) => {
  const { sandbox, outcome } = await associated([deal]);
  expect(writtenKeys(outcome)).toEqual(['K-0']);
  expect(sandbox.log.of('associate')).toEqual([]);
  expect(sandbox.log.of('read')).toEqual([]);
});

it.each<[string, unknown, RegExp]>([
  ['an object', { id: 'D-0' }, /deals.*has parts of its own/],
  ['a list with an object in it', ['D-0', { id: 'D-0' }], /deals.*has parts of its own/],
])('%s is no value: the item leaves unwritten', async (_, deal, message) => {
  const { sandbox, outcome } = await associated([deal, 'D-1']);
  expect(failuresOf(outcome)).toMatchObject([
    {
      category: 'INVALID_VALUE',
      attempted: false,
      message: expect.stringMatching(message) as string,
    },
  ]);
  expect(linkedDeals(sandbox)).toEqual({ 'K-1': ['D-1'] });
});

it.each(['12a', '1.5', '-3', 'D-0'])('%s is no record ID', async (deal) => {
  const { outcome } = await associated([deal], associations({}));
  expect(failuresOf(outcome)).toMatchObject([
    {
      category: 'INVALID_VALUE',
      stage: 'associate',
      attempted: false,
      property: 'hs_object_id',
      message: expect.stringContaining(`"${deal}" cannot be the record ID of the deals`) as string,
    },
  ]);
});

it('a contact is found by e-mail in any case, and by an additional address', async () => {
  const sandbox = await sandboxForTest();
  const jane = sandbox.store.put('contacts', { email: 'jane@new.com' });
  sandbox.store.addEmail(jane, 'jane@old.com');
  const items = [
    { deal_key: 'A', who: 'Jane@New.com' },
    { deal_key: 'B', who: 'jane@old.com' },
  ];
  sandbox.store.addProperty('deals', { name: 'deal_key', hasUniqueValue: true });
  const outcome = await upsert({
    items: items.map((item) => ({
      ...item,
      pipeline: 'default',
      dealstage: 'appointmentscheduled',
    })),
    credential: serviceKeyOf(sandbox),
    parameters: {
      objectType: { __rl: true, mode: 'list', value: 'deals' },
      idProperty: { __rl: true, mode: 'name', value: 'deal_key' },
      ...associations({
        toObjectType: 'contacts',
        toIdProperty: 'email',
        toId: '={{ $json.who }}',
      }),
    },
  });
  expect(writtenOf(outcome)).toMatchObject([
    { associations: [{ toObjectType: 'contacts', toId: jane }] },
    { associations: [{ toObjectType: 'contacts', toId: jane }] },
  ]);
});

it('object type, key and label may differ from item to item', async () => {
  const sandbox = await sandboxForTest();
  const [deal] = putDeals(sandbox, 1);
  const quote = sandbox.store.put('quotes', { hs_title: 'Q' });
  const items = lineItems(2).map((item, index) => ({
    ...item,
    ...(index === 0
      ? { type: 'deals', key: 'deal_key', other: 'D-0' }
      : { type: 'quotes', key: 'hs_object_id', other: quote }),
  }));
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: associations({
      toObjectType: '={{ $json.type }}',
      toIdProperty: '={{ $json.key }}',
      toId: '={{ $json.other }}',
    }),
  });
  expect(writtenOf(outcome)).toMatchObject([
    { associations: [{ toObjectType: 'deals', toId: deal }] },
    { associations: [{ toObjectType: 'quotes', toId: quote }] },
  ]);
});

it('an item that names no object type for its other record leaves unwritten', async () => {
  const { outcome } = await associated(['D-0'], associations({ toObjectType: '={{ "" }}' }));
  expect(failuresOf(outcome)).toMatchObject([
    {
      category: 'INVALID_VALUE',
      attempted: false,
      message: expect.stringContaining(
        'Associations: "" is not the name of an object type',
      ) as string,
    },
  ]);
});

describe('items of one record', () => {
  const twice = [
    { invoice_line_key: 'K-0', name: 'First', deal: 'D-0' },
    { invoice_line_key: 'K-0', name: 'Last', deal: 'D-1' },
  ];
  it.each<[string, string[], ...(string | undefined)[]]>([
    ['merge', ['D-0', 'D-1'], 'D-0', 'D-1'],
    ['keepFirst', ['D-0'], 'D-0', undefined],
    ['keepLast', ['D-1'], undefined, 'D-1'],
    ['sequence', ['D-0', 'D-1'], 'D-0', 'D-1'],
  ])('%s: the record is associated with %j', async (duplicates, linked, ...own) => {
    const sandbox = await sandboxForTest();
    const deals = putDeals(sandbox, 2);
    const outcome = await upsert({
      items: twice,
      credential: serviceKeyOf(sandbox),
      parameters: { ...byKey, options: { duplicates } },
    });
    expect(linkedDeals(sandbox)).toEqual({ 'K-0': linked });
    const idOf = (key: string) => deals[Number(key.slice(2))];
    expect(
      outcome.success.map(({ json }) => (json.hubspot as { associations?: object[] }).associations),
    ).toEqual(
      own.map((key) =>
        key === undefined ? undefined : [{ toObjectType: 'deals', toId: idOf(key), label: '' }],
      ),
    );
    const replaced = writtenOf(outcome).map(({ superseded = [] }) =>
      superseded.includes('associations'),
    );
    expect(replaced).toEqual(own.map((key) => key === undefined));
  });

  it('one of which names a record that is missing: the other is written', async () => {
    const sandbox = await sandboxForTest();
    putDeals(sandbox, 1);
    const outcome = await upsert({
      items: twice,
      credential: serviceKeyOf(sandbox),
      parameters: byKey,
    });
    expect(failuresOf(outcome)).toMatchObject([{ category: 'RECORD_NOT_FOUND', value: 'D-1' }]);
    expect(linkedDeals(sandbox)).toEqual({ 'K-0': ['D-0'] });
    expect(sandbox.store.records('line_items')[0]?.properties.name).toBe('First');
  });
});

it('a record that HubSpot refuses is not associated', async () => {
  const sandbox = await sandboxForTest();
  putDeals(sandbox, 1);
  sandbox.store.addProperty('line_items', { name: 'serial', hasUniqueValue: true });
  sandbox.store.put('line_items', { invoice_line_key: 'OTHER', serial: 'taken' });
  const items = lineItems(3).map((item, index) => ({
    ...item,
    deal: 'D-0',
    serial: index === 1 ? 'taken' : `S-${index}`,
  }));
  const outcome = await upsert({ items, credential: serviceKeyOf(sandbox), parameters: byKey });
  expect(failuresOf(outcome)).toMatchObject([{ idValue: 'K-1', stage: 'upsert' }]);
  expect(linkedDeals(sandbox)).toEqual({ 'K-0': ['D-0'], 'K-2': ['D-0'] });
});
