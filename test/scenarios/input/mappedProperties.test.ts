import type { INodeParameters } from 'n8n-workflow';
import { expectAllAccounted, failuresOf, onlyFailureOf } from '../../support/accounted';
import { sandboxForTest, sentInputs } from '../../support/sandbox';
import type { SentInput } from '../../support/answers';
import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const field = (id: string, type: string) => ({
  id,
  displayName: id,
  type,
  required: false,
  defaultMatch: false,
  display: true,
  canBeUsedToMatch: true,
});

/** As the editor stores it: the fields with their types, for which n8n would validate values. */
function mapping(value: INodeParameters): INodeParameters {
  return {
    mappingMode: 'defineBelow',
    value,
    matchingColumns: [],
    attemptToConvertTypes: false,
    convertFieldsToString: false,
    schema: [
      field('invoice_line_key', 'string'),
      field('name', 'string'),
      field('hs_sku', 'string'),
      field('price', 'number'),
      field('invoice_date', 'dateTime'),
      field('is_return', 'boolean'),
      field('warehouse', 'options'),
    ],
  };
}

function sent(sandbox: Sandbox): Array<SentInput['properties']> {
  return sentInputs(sandbox).map(({ properties }) => properties);
}

it.each(['ignore', 'clear'])(
  'fields left empty in the editor are never sent (empty values: %s)',
  async (emptyValues) => {
    const sandbox = await sandboxForTest();
    const value = {
      invoice_line_key: '={{ $json.key }}',
      name: 'mapped',
      price: null,
      invoice_date: null,
      hs_sku: '',
      is_return: null,
      warehouse: null,
    };
    const outcome = await upsert({
      items: [{ key: 'A', price: 5, hs_sku: 'not mapped' }],
      credential: serviceKeyOf(sandbox),
      parameters: { properties: mapping(value), options: { emptyValues } },
    });
    expectAllAccounted(outcome, 1);
    expect(sent(sandbox)).toEqual([{ invoice_line_key: 'A', name: 'mapped' }]);
  },
);

it('an expression that gives nothing clears where the user wants that', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.put('line_items', { invoice_line_key: 'A', price: '5', name: 'old' });
  const outcome = await upsert({
    items: [{ key: 'A', empty: '' }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      id: '={{ $json.key }}',
      properties: mapping({ price: '={{ $json.empty }}', name: null }),
      options: { emptyValues: 'clear' },
    },
  });
  expectAllAccounted(outcome, 1);
  expect(sandbox.store.find('line_items', 'invoice_line_key', 'A')?.properties).toEqual({
    invoice_line_key: 'A',
    name: 'old',
  });
});

it('a value that n8n itself would reject costs its item alone', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [
      { key: 'A', price: 'abc', day: '2024-02-01' },
      { key: 'B', price: 1, day: 'yesterday-ish' },
      { key: 'C', price: 1, day: '2024-02-01' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: {
      id: '={{ $json.key }}',
      properties: mapping({ price: '={{ $json.price }}', invoice_date: '={{ $json.day }}' }),
    },
  });
  expectAllAccounted(outcome, 3);
  expect(outcome.success.map(({ json }) => json.key)).toEqual(['C']);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'INVALID_VALUE', property: 'price', value: 'abc' },
    { category: 'INVALID_VALUE', property: 'invoice_date', value: 'yesterday-ish' },
  ]);
});

it('so does one that is the same for all items', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ key: 'A' }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      id: '={{ $json.key }}',
      properties: mapping({ price: '={{ "abc" }}', warehouse: '={{ "nowhere" }}' }),
    },
  });
  expectAllAccounted(outcome, 1);
  expect(onlyFailureOf(outcome)).toMatchObject({ category: 'INVALID_VALUE', property: 'price' });
});

it('dates keep their calendar day on the way through n8n', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ key: 'A', day: '2024-02-01' }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      id: '={{ $json.key }}',
      properties: mapping({ invoice_date: '={{ $json.day }}', is_return: false }),
    },
  });
  expectAllAccounted(outcome, 1);
  expect(sent(sandbox)).toEqual([
    { invoice_line_key: 'A', invoice_date: '2024-02-01', is_return: 'false' },
  ]);
});

it('a mapped property that HubSpot does not have is refused, since it was chosen', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ key: 'A' }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      id: '={{ $json.key }}',
      properties: mapping({ nonsense: 'x' }),
    },
  });
  expectAllAccounted(outcome, 1);
  expect(onlyFailureOf(outcome)).toMatchObject({
    category: 'UNKNOWN_PROPERTY',
    property: 'nonsense',
  });
});
