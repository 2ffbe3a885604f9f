import { expectAllAccounted, failuresOf, writtenKeys } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { objectType } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it('where only some items name an object type that is not there, these alone leave on Error and nothing is thrown', async () => {
  const sandbox = await sandboxForTest();
  const items = lineItems(6).map((item, index) => ({
    ...item,
    type: index % 2 ? 'gizmos' : 'line_items',
  }));
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: objectType('={{ $json.type }}'),
  });
  expectAllAccounted(outcome, 6);
  expect(writtenKeys(outcome)).toEqual(['K-0', 'K-2', 'K-4']);
  expect(failuresOf(outcome)).toMatchObject(
    ['K-1', 'K-3', 'K-5'].map((idValue) => ({ idValue, objectType: 'gizmos', retryable: false })),
  );
  for (const { message } of failuresOf(outcome)) expect(message).toMatch(/object type.*gizmos/i);
});

it('nor where it is the first that is wrong, and the others are not even good records', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [
      { invoice_line_key: 'A', type: 'gizmos' },
      { invoice_line_key: 'B', type: 'line_items', price: 'abc' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: { ...objectType('={{ $json.type }}'), options: { maxConcurrency: 1 } },
  });
  expectAllAccounted(outcome, 2);
  expect(outcome.error).toHaveLength(2);
});
