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
