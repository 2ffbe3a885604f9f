import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { CONTINUING } from '../../support/onError';
import { sandboxForTest } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const gizmos = { objectType: { __rl: true, mode: 'id', value: 'gizmos' } };

it('an object type that HubSpot does not have makes the node throw', async () => {
  const sandbox = await sandboxForTest();
  const { thrown } = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: gizmos,
  });
  expect(thrown?.message).toContain('gizmos');
  expect(thrown?.message).toMatch(/object type/i);
});

it.each(CONTINUING)('with On Error %s all items leave on Error instead', async (_, settings) => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: gizmos,
    settings,
  });
  expectAllAccounted(outcome, 2);
  expect(outcome.success).toEqual([]);
  for (const { message } of failuresOf(outcome)) expect(message).toContain('gizmos');
});

it('where only some items name it, these alone leave on Error and nothing is thrown', async () => {
  const sandbox = await sandboxForTest();
  const items = lineItems(6).map((item, index) => ({
    ...item,
    type: index % 2 ? 'gizmos' : 'line_items',
  }));
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    parameters: { objectType: { __rl: true, mode: 'id', value: '={{ $json.type }}' } },
  });
  expectAllAccounted(outcome, 6);
  expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual(['K-0', 'K-2', 'K-4']);
  expect(failuresOf(outcome)).toMatchObject(
    ['K-1', 'K-3', 'K-5'].map((idValue) => ({ idValue, objectType: 'gizmos', retryable: false })),
  );
});

it('nor where it is the first that is wrong, and the others are not even good records', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [
      { invoice_line_key: 'A', type: 'gizmos' },
      { invoice_line_key: 'B', type: 'line_items', price: 'abc' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: {
      objectType: { __rl: true, mode: 'id', value: '={{ $json.type }}' },
      options: { maxConcurrency: 1 },
    },
  });
  expectAllAccounted(outcome, 2);
  expect(outcome.error).toHaveLength(2);
});
