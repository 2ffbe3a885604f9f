import type { INodeExecutionData } from 'n8n-workflow';
import { failuresOf } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const binary = { data: { data: 'aGk=', mimeType: 'text/plain' } };
const odd = [{ binary }, {}, { json: '' }, { json: 7 }, { json: ['a'] }];

it.each([
  ['mapping automatically', {}],
  [
    'mapping by expression',
    {
      id: '={{ $json.invoice_line_key }}',
      properties: { mappingMode: 'defineBelow', value: { name: '={{ $json.name }}' } },
    },
  ],
])('items without fields leave on Error, each once, when %s', async (_, parameters) => {
  const sandbox = await sandboxForTest();
  const [first, second] = lineItems(2).map((json) => ({ json }));
  const items = [first, ...odd, second] as unknown as INodeExecutionData[];
  const outcome = await upsert({ items, parameters, credential: serviceKeyOf(sandbox) });
  expect(outcome.success.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 6 }]);
  expect(outcome.error.map(({ pairedItem }) => pairedItem)).toEqual(
    odd.map((_item, index) => ({ item: index + 1 })),
  );
  for (const failure of failuresOf(outcome)) {
    expect(failure).toMatchObject({ category: 'MISSING_ID', attempted: false });
  }
  expect(outcome.error[0]?.binary).toEqual(binary);
});
