import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

it('refusals that name ids of nobody cost hardly more than a request for each record', async () => {
  const sandbox = await sandboxForTest();
  const message = 'Duplicate IDs found in batch input: [K-x, k]. IDs must be unique';
  sandbox.faults.add({
    match: { path: UPSERT },
    do: { kind: 'status', status: 400, body: { message, context: { ids: ['K-x', 'k'] } } },
  });
  const outcome = await upsert({ items: lineItems(24), credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 24);
  expect(
    failuresOf(outcome).every(({ attempted, httpStatus }) => attempted && httpStatus === 400),
  ).toBe(true);
  expect(sandbox.log.upserts().length).toBeLessThanOrEqual(24 + 5);
});
