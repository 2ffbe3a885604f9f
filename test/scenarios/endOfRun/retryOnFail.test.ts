import { expectAllAccounted } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

const settings = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

it('Retry On Fail does not repeat a run that ended with items on Error', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ name: 'no key' }, ...lineItems(2)],
    credential: serviceKeyOf(sandbox),
    settings,
  });
  expectAllAccounted(outcome, 3);
  expect(sandbox.log.upserts()).toHaveLength(1);
});

it('nor one in which every item failed', async () => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: [{ name: 'no key' }],
    credential: serviceKeyOf(sandbox),
    settings,
  });
  expectAllAccounted(outcome, 1);
  expect(sandbox.log.of('properties')).toHaveLength(1);
});

it('it repeats a run that the node threw out of', async () => {
  const sandbox = await sandboxForTest();
  const { thrown } = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox, { scopes: ['crm.schemas.line_items.read'] }),
    settings,
  });
  expect(thrown).toBeDefined();
  expect(sandbox.log.upserts()).toHaveLength(3);
});

it('and the second run can succeed', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: { kind: 'status', status: 403 } });
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    settings,
  });
  expectAllAccounted(outcome, 2);
  expect(outcome.success).toHaveLength(2);
});
