import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { idProperty, objectType } from '../../support/target';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it.each([
  ['left unset', {}, '/crm/v3/objects/line_items'],
  ['v3', { apiVersion: 'v3' }, '/crm/v3/objects/line_items'],
  ['2026-09', { apiVersion: '2026-09' }, '/crm/objects/2026-09/line_items'],
])('with API Version %s batches are written and read below its path', async (_, options, path) => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: { kind: 'dropResults', count: 1 } });
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox),
    parameters: { options },
  });
  expectAllAccounted(outcome, 3);
  expect(outcome.success).toHaveLength(3);
  const posts = sandbox.log.entries.filter(({ method }) => method === 'POST');
  expect(posts.map((entry) => entry.path)).toEqual([`${path}/batch/upsert`, `${path}/batch/read`]);
});

it('2026-09 insists on required properties, and its warnings reach the item', async () => {
  const sandbox = await sandboxForTest();
  sandbox.store.requireProperties('contacts', 'lastname');
  const outcome = await upsert({
    items: [
      { customer_number: '1', lastname: 'L', email: 'Ada@Example.com' },
      { customer_number: '2', firstname: 'Bob' },
    ],
    credential: serviceKeyOf(sandbox),
    parameters: {
      ...objectType('contacts'),
      ...idProperty('customer_number'),
      options: { apiVersion: '2026-09' },
    },
  });
  expectAllAccounted(outcome, 2);
  expect(writtenOf(outcome)).toMatchObject([
    { idValue: '1', warnings: [{ category: 'PROPERTY_VALUE_NORMALIZED' }] },
  ]);
  expect(failuresOf(outcome)).toMatchObject([
    { idValue: '2', code: 'MISSING_REQUIRED_PROPERTY', property: 'lastname', attempted: true },
  ]);
  expect(failuresOf(outcome)[0]?.message).not.toContain('isValid');
});
