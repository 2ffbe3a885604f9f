import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

it('what a group test has not come to is read back at once, not in its groups', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT, times: 1 },
    do: { kind: 'reset', when: 'before' },
  });
  sandbox.faults.add({
    match: { path: UPSERT, nth: 2 },
    do: { kind: 'status', status: 400, body: { message: 'Invalid input' } },
  });
  sandbox.faults.add({
    match: { path: UPSERT },
    do: { kind: 'status', status: 429, policy: 'DAILY' },
  });
  const outcome = await upsert({ items: lineItems(26), credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 26);
  expect(failuresOf(outcome)).toHaveLength(26);
  const reads = sandbox.log.of('read');
  const read = reads.flatMap(({ inputIds }) => inputIds);
  expect(reads.length).toBeLessThanOrEqual(2);
  expect(new Set(read).size).toBe(26);
});
