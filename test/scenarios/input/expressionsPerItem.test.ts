import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

const target = {
  ...objectType('={{ $json.type }}'),
  ...idProperty('={{ $json.by }}'),
  id: '={{ $json.key }}',
};

it('object type, ID property and ID value can differ from item to item', async () => {
  const sandbox = await sandboxForTest();
  const items = [
    { type: 'contacts', by: 'email', key: 'Ada@Example.com', firstname: 'Ada' },
    { type: 'line_items', by: 'invoice_line_key', key: 'L-1', name: 'screw' },
    { type: 'contacts', by: 'customer_number', key: 'C-7', firstname: 'Bob' },
    { type: 'deals', by: 'deal_key', key: 12, dealname: 'Big' },
  ];
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: target,
  });
  expectAllAccounted(outcome, items.length);
  expect(writtenOf(outcome)).toMatchObject([
    { objectType: 'contacts', idProperty: 'email', idValue: 'ada@example.com' },
    { objectType: 'line_items', idProperty: 'invoice_line_key', idValue: 'L-1' },
    { objectType: 'contacts', idProperty: 'customer_number', idValue: 'C-7' },
    { objectType: 'deals', idProperty: 'deal_key', idValue: '12' },
  ]);
  expect(sandbox.store.find('deals', 'deal_key', '12')?.properties.dealname).toBe('Big');
  expect(sandbox.store.find('contacts', 'customer_number', 'C-7')?.properties.firstname).toBe(
    'Bob',
  );
  expect(sandbox.log.upserts()).toHaveLength(4);
});

describe('an object type by several of its names', () => {
  const byEmail = { ...target, ...idProperty('email'), id: '' };
  const contacts = [
    { type: '0-1', email: 'ada@example.com', city: 'Rome' },
    { type: 'contacts', email: 'ada@example.com', city: 'Bern' },
    { type: 'Contact', email: 'bob@example.com', city: 'Ulm' },
  ];

  it.each(['merge', 'sequence'])(
    'goes by the first, and its records are one (%s)',
    async (duplicates) => {
      const sandbox = await sandboxForTest();
      const outcome = await upsert({
        items: contacts,
        credential: serviceKeyOf(sandbox),
        parameters: { ...byEmail, options: { duplicates } as never },
      });
      expectAllAccounted(outcome, contacts.length);
      expect(writtenOf(outcome)).toMatchObject(Array(3).fill({ objectType: '0-1' }));
      expect(sandbox.store.records('contacts').map(({ properties }) => properties)).toMatchObject([
        { email: 'ada@example.com', city: 'Bern' },
        { email: 'bob@example.com', city: 'Ulm' },
      ]);
      expect(sandbox.log.upserts()).toHaveLength(duplicates === 'merge' ? 1 : 2);
      expect(sandbox.log.of('properties')).toHaveLength(1);
    },
  );

  it('items of one record are told to be so', async () => {
    const sandbox = await sandboxForTest();
    const outcome = await upsert({
      items: contacts,
      credential: serviceKeyOf(sandbox),
      parameters: { ...byEmail, options: { duplicates: 'reject' } },
    });
    expectAllAccounted(outcome, contacts.length);
    expect(failuresOf(outcome)).toMatchObject(Array(2).fill({ category: 'DUPLICATE_ID' }));
  });

  it('is one for later executions, too', async () => {
    const sandbox = await sandboxForTest({ searchLagMs: Infinity });
    const credential = { id: 'companies', ...serviceKeyOf(sandbox) };
    const run = (type: string) =>
      upsert({
        items: [{ domain: 'new.com', name: type }],
        credential,
        parameters: {
          ...objectType(type),
          ...idProperty('domain'),
          options: { nonUniqueId: 'search' },
        },
      });
    await run('companies');
    expect(writtenOf(await run('0-2'))).toMatchObject([{ outcome: 'updated' }]);
    expect(sandbox.store.count('companies')).toBe(1);
  });

  it('is one where records are associated with its own', async () => {
    const sandbox = await sandboxForTest();
    const id = sandbox.store.put('deals', { deal_key: 'D-1' });
    const outcome = await upsert({
      items: ['deals', '0-3'].map((type, at) => ({ invoice_line_key: `L-${at}`, type })),
      credential: serviceKeyOf(sandbox),
      parameters: {
        associations: {
          association: [
            {
              toObjectType: { __rl: true, mode: 'id', value: '={{ $json.type }}' },
              toIdProperty: { __rl: true, mode: 'name', value: 'hs_object_id' },
              toId: id,
              label: '',
            },
          ],
        },
      },
    });
    expectAllAccounted(outcome, 2);
    const told = { associations: [{ toObjectType: 'deals', toId: id }] };
    expect(writtenOf(outcome)).toMatchObject([told, told]);
  });
});

it('an item without an object type or ID property leaves on Error, the others are written', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [
      { type: 'line_items', by: 'invoice_line_key', key: 'A' },
      { type: '', by: 'invoice_line_key', key: 'B' },
      { type: 'line_items', by: '', key: 'C' },
      { type: '../../etc', by: 'invoice_line_key', key: 'D' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: target,
  });
  expectAllAccounted(outcome, 4);
  expect(outcome.success).toHaveLength(1);
  expect(failuresOf(outcome)).toMatchObject([
    { attempted: false, stage: 'validate', property: 'objectType' },
    { attempted: false, stage: 'validate', property: 'idProperty' },
    { attempted: false, stage: 'validate', property: 'objectType', value: '../../etc' },
  ]);
  const reads = sandbox.log.entries.filter(({ method }) => method === 'GET');
  expect(reads.map(({ path }) => path)).toEqual(['/crm/v3/properties/line_items']);
});
