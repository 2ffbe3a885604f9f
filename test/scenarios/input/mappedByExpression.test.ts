import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { serviceKeyOf, upsert } from '../../support/upsert';

it('mapped properties are evaluated for each item', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ n: 1 }, { n: 2 }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      id: '={{ "X-" + $json.n }}',
      properties: {
        mappingMode: 'defineBelow',
        value: { name: '=Row {{ $json.n }}', price: '={{ $json.n * 2 }}' },
      },
    },
  });
  expectAllAccounted(outcome, 2);
  expect(sandbox.store.find('line_items', 'invoice_line_key', 'X-2')?.properties).toEqual({
    invoice_line_key: 'X-2',
    name: 'Row 2',
    price: '4',
  });
});

it('what is evaluated stands beside what is read and what is fixed', async () => {
  const sandbox = await sandboxForTest();
  await upsert({
    items: [{ field: 'a', other: 'b' }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      id: 'K-0',
      properties: {
        mappingMode: 'defineBelow',
        value: { name: '={{ $json.field.toUpperCase() }} of {{ $json.other }}' },
      },
    },
  });
  expect(sentInputs(sandbox)).toMatchObject([{ id: 'K-0', properties: { name: 'A of b' } }]);
});

it('fields of a mapping are told apart', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ body: { key: 'A', sku: 7, price: '2' }, 'Unit name': 'box' }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      id: '={{ $json.body.key }}',
      properties: {
        mappingMode: 'defineBelow',
        value: {
          name: "={{ $json['Unit name'] }}",
          hs_sku: '={{ $json.body.sku }}',
          price: '={{ $json.body.price * 3 }}',
          quantity: 12,
        },
      },
    },
  });
  expect(outcome.success).toHaveLength(1);
  expect(sandbox.store.find('line_items', 'invoice_line_key', 'A')?.properties).toMatchObject({
    name: 'box',
    hs_sku: '7',
    price: '6',
    quantity: '12',
  });
});

it('some choices of a list may be expressions', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ key: 'A', region: 'north' }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      ...objectType('companies'),
      ...idProperty('company_key'),
      id: '={{ $json.key }}',
      properties: {
        mappingMode: 'defineBelow',
        value: { regions: ['={{ $json.region }}', 'south'] },
      },
    },
  });
  expect(outcome.success).toHaveLength(1);
  expect(sandbox.store.find('companies', 'company_key', 'A')?.properties).toMatchObject({
    regions: 'north;south',
  });
});

it('dates that expressions give are written as their texts, and told as such', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [
      { at: '2026-11-26T10:00:00.000Z', price: 1 },
      { at: 'never', price: 1 },
      { at: '2026-11-26T10:00:00.000Z' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: {
      id: '={{ "K-" + $itemIndex }}',
      properties: {
        mappingMode: 'defineBelow',
        value: {
          name: '={{ DateTime.fromISO($json.at, { zone: "utc" }) }}',
          price: '={{ $json.price ?? DateTime.fromISO($json.at, { zone: "utc" }) }}',
        },
      },
    },
  });
  expect(sandbox.store.find('line_items', 'invoice_line_key', 'K-0')?.properties.name).toBe(
    '2026-11-26T10:00:00.000Z',
  );
  expect(failuresOf(outcome)).toMatchObject([
    { property: 'name', value: 'Invalid DateTime' },
    { property: 'price', value: '2026-11-26T10:00:00.000Z' },
  ]);
});
