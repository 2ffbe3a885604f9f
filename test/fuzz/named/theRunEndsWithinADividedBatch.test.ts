import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

it('what is left of a divided batch is read back at once, not in its parts', async () => {
  const sandbox = await sandboxForTest();
  const message = 'The maximum number of inputs supported in a batch is 1';
  const faults = [
    { kind: 'reset', when: 'before' },
    { kind: 'refusal', message },
    { kind: 'status', status: 429, policy: 'DAILY' },
  ] as const;
  faults.forEach((fault, index) =>
    sandbox.faults.add({ match: { path: UPSERT, nth: index + 1 }, do: fault }),
  );
  const outcome = await upsert({ items: lineItems(9), credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 9);
  expect(failuresOf(outcome)).toHaveLength(9);
  const reads = sandbox.log.of('read');
  expect(reads.length).toBeLessThanOrEqual(2);
  expect(new Set(reads.flatMap(({ inputIds }) => inputIds)).size).toBe(9);
});
