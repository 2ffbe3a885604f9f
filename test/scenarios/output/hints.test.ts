import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { failuresOf } from '../../support/accounted';
import { hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const messagesOf = ({ hints }: { hints: Array<{ message: string }> }) =>
  hints.map(({ message }) => message);

it('fields that are no property are named once, with the property that was probably meant', async () => {
  hubspotAnswers({});
  const outcome = await upsertToHubspot({
    items: lineItems(3).map((item) => ({ ...item, 'HS SKU': 'a', other: 'b' })),
    parameters: { options: { fieldNames: 'names' } },
  });
  expect(messagesOf(outcome)).toContainEqual(
    expect.stringMatching(/"HS SKU" \(3 items, perhaps hs_sku\), "other" \(3 items\)/),
  );
});

it('a missing key tells which field looks like it', async () => {
  hubspotAnswers({});
  const outcome = await upsertToHubspot({
    items: [{ '\ufeffInvoice Line Key': 'A' }],
    parameters: { options: { fieldNames: 'names' } },
  });
  expect(failuresOf(outcome)).toMatchObject([
    {
      category: 'MISSING_ID',
      message: expect.stringContaining('Invoice Line Key" looks like it') as string,
    },
  ]);
});

it('why items were not written stands in the summary, with what stopped a run of one batch', async () => {
  hubspotAnswers({
    upsert: [{ status: 429, body: { message: 'slow' }, headers: { 'retry-after': '900' } }],
  });
  const outcome = await upsertToHubspot({ items: [...lineItems(2), { name: 'no key' }] });
  const [summary, ...others] = messagesOf(outcome);
  expect(summary).toMatch(/^0 written, 3 not written;.*2 × slow.*1 × The record has no value/);
  expect(others).toContainEqual(expect.stringContaining('HubSpot asked to wait 900 seconds'));
});

it('the three most frequent reasons stand in the summary with their counts, the most frequent first', async () => {
  hubspotAnswers({});
  const bad = (count: number, field: object) =>
    lineItems(count).map((item) => ({ ...item, ...field }));
  const outcome = await upsertToHubspot({
    items: [
      { name: 'no key' },
      ...bad(2, { price: Infinity }),
      ...bad(4, { name: { first: 'a' } }),
      ...bad(3, { hs_sku: { first: 'a' } }),
    ],
  });
  expect(messagesOf(outcome)[0]).toMatch(
    /^0 written, 10 not written;.*: 4 × name: .* \| 3 × hs_sku: .* \| 2 × price: .* \| and 1 more reason$/,
  );
});

it('how many values another row of the same record replaced', async () => {
  hubspotAnswers({});
  const outcome = await upsertToHubspot({
    items: [
      { invoice_line_key: 'A', name: 'one', price: 1 },
      { invoice_line_key: 'A', name: 'two', price: 2 },
      { invoice_line_key: 'A', name: 'two', price: 3 },
    ],
  });
  expect(messagesOf(outcome)).toContainEqual(
    expect.stringMatching(/^3 values were not written, because another item for the same record/),
  );
});

it.each<[string, IDataObject, IDataObject]>([
  ['a value', { invoice_line_key: 'A', name: 'M\ufffdller' }, {}],
  ['a list', { invoice_line_key: 'A', labels: ['gift', 'gr\ufffdn'] }, {}],
  ['an id', { invoice_line_key: 'M\ufffdller' }, {}],
  ['an id of its own', { key: 'M\ufffdller' }, { id: '={{ $json.key }}' }],
  ['a value that is refused', { invoice_line_key: 'A', price: '5 \ufffd' }, {}],
  ['a value of an item without an id', { name: 'M\ufffdller' }, {}],
])('what was read in the wrong encoding is hinted at: %s', async (_, item, parameters) => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [item, ...lineItems(1)],
    parameters: parameters as INodeParameters,
    credential: serviceKeyOf(sandbox),
  });
  expect(messagesOf(outcome)).toContainEqual(
    expect.stringMatching(/^1 value holds the character U\+FFFD .* wrong encoding/),
  );
});
