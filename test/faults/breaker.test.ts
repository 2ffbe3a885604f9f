import type { FaultAction } from '../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf } from '../support/accounted';
import { sandboxForTest, UPSERT } from '../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../support/upsert';

const COUNT = 40;

async function run(fault: FaultAction, match = {}) {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, ...match }, do: fault });
  const outcome = await upsert({
    items: lineItems(COUNT),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { batchSize: 2, maxConcurrency: 1, maxRetries: 0 } },
  });
  expectAllAccounted(outcome, COUNT);
  return { sandbox, outcome, failures: failuresOf(outcome) };
}

it.each<[FaultAction, retryable: boolean, requests: number]>([
  [{ kind: 'status', status: 400 }, false, 9],
  [{ kind: 'status', status: 409 }, false, 9],
  [{ kind: 'status', status: 423 }, true, 3],
  [{ kind: 'status', status: 503 }, true, 3],
  [{ kind: 'status', status: 525 }, true, 3],
  [{ kind: 'reset', when: 'before' }, true, 3],
])(
  '%j for three batches in a row ends the run; the rest is not sent',
  async (fault, retryable, requests) => {
    const { sandbox, failures } = await run(fault);
    expect(sandbox.log.upserts()).toHaveLength(requests);
    expect(failures.filter(({ attempted }) => attempted)).toHaveLength(6);
    for (const failure of failures.slice(6)) {
      expect(failure).toMatchObject({ category: 'NOT_ATTEMPTED', attempted: false, retryable });
      expect(failure.message).toMatch(/several batches in a row/);
    }
    expect(sandbox.store.count('line_items')).toBe(0);
  },
);

it('a batch that passes in between keeps the run going', async () => {
  const { outcome, failures } = await run({ kind: 'status', status: 525 }, { every: 2 });
  expect(outcome.success).toHaveLength(COUNT / 2);
  expect(failures.every(({ attempted }) => attempted)).toBe(true);
});
