import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const KEY = 'invoice_line_key';
const before = { [KEY]: 'A', name: 'old', price: '5', labels: 'gift' };

/** What HubSpot holds of record A after the item was led through the node, empty values to clear. */
async function after(item: IDataObject, mapped?: INodeParameters) {
  const sandbox = await sandboxForTest();
  sandbox.store.put('line_items', before);
  const outcome = await upsert({
    items: [{ [KEY]: 'A', ...item }],
    credential: serviceKeyOf(sandbox),
    parameters: {
      options: { emptyValues: 'clear' },
      ...(mapped && { properties: { mappingMode: 'defineBelow', value: mapped } }),
    },
  });
  expectAllAccounted(outcome, 1);
  expect(outcome.success).toHaveLength(1);
  return sandbox.store.find('line_items', KEY, 'A')?.properties;
}

const key = `={{ $json.${KEY} }}`;

it.each<[string, string]>([
  ['of a field that the item lacks', '={{ $json.missing }}'],
  ['of a field of nothing', '={{ $json.missing?.name }}'],
  ['that cannot be parsed', '={{ JSON.parse("{") }}'],
  ['of a list of nothing', '={{ [$json.missing, $json.missing] }}'],
])('an expression %s leaves what HubSpot holds alone', async (_, expression) => {
  const mapped = { [KEY]: key, name: expression, price: expression, labels: expression };
  expect(await after({}, mapped)).toEqual(before);
});

it('so does a field of an item that is undefined', async () => {
  const item = { name: undefined, price: undefined, labels: [undefined] };
  expect(await after(item as never)).toEqual(before);
});

it.each([[null], [''], [[]]])('%j clears in both ways of mapping', async (empty) => {
  const item = { name: empty, price: empty, labels: empty };
  const mapped = { [KEY]: key, name: '={{ $json.name }}', price: '={{ $json.price }}', labels: '={{ $json.labels }}' }; // prettier-ignore
  expect(await after(item)).toEqual({ [KEY]: 'A' });
  expect(await after(item, mapped)).toEqual({ [KEY]: 'A' });
});

it('a field that is undefined is no unknown field', async () => {
  const sandbox = await sandboxForTest();
  const items = [
    { [KEY]: 'A', name: 'a', colour: undefined },
    { [KEY]: 'B', name: 'b', colour: null },
  ];
  const outcome = await upsert({
    items: items,
    credential: serviceKeyOf(sandbox),
    parameters: { options: { unknownFields: 'reject' } },
  });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome)).toMatchObject([{ property: 'colour', idValue: 'B' }]);
});
