import { failuresOf } from '../../support/accounted';
import { hubspotAnswers, upsertToHubspot } from '../../support/answers';
import { lineItems } from '../../support/upsert';

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

it('a value that was read in the wrong encoding is hinted at', async () => {
  hubspotAnswers({});
  const outcome = await upsertToHubspot({
    items: [{ invoice_line_key: 'A', name: 'M\ufffdller' }],
  });
  expect(messagesOf(outcome)).toContainEqual(expect.stringContaining('wrong encoding'));
});
