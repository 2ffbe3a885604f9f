import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { notValid } from '../../support/answers';
import { expectAllAccounted, failuresOf } from '../../support/accounted';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

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

it.each<[FaultAction, retryable: boolean, requests: number, tried: number[]]>([
  [{ kind: 'status', status: 400 }, false, 9, [7, 23, 39]],
  [{ kind: 'status', status: 409 }, true, 9, [7, 23, 39]],
  [{ kind: 'status', status: 423 }, true, 3, []],
  [{ kind: 'status', status: 503 }, true, 3, []],
  [{ kind: 'status', status: 525 }, true, 3, []],
  [{ kind: 'reset', when: 'before' }, true, 3, []],
])(
  '%j for three batches in a row ends the run; the rest is not sent, but for a few that are tried',
  async (fault, retryable, requests, tried) => {
    const { sandbox, failures } = await run(fault);
    expect(sandbox.log.upserts()).toHaveLength(requests + tried.length);
    const sent = [0, 1, 2, 3, 4, 5, ...tried];
    expect(failures.flatMap(({ attempted }, index) => (attempted ? index : []))).toEqual(sent);
    for (const failure of failures.filter((_, index) => !sent.includes(index))) {
      expect(failure).toMatchObject({ category: 'NOT_ATTEMPTED', attempted: false, retryable });
      expect(failure.message).toMatch(/several batches in a row/);
    }
    expect(sandbox.store.count('line_items')).toBe(0);
  },
);

it.each([
  [
    'values',
    (index: number) => ({
      message: notValid({
        name: 'name',
        error: 'INVALID_OPTION',
        message: `${index} is no option`,
      }),
    }),
  ],
  ['taken keys', (index: number) => ({ message: `It already exists. Existing ID: ${index}` })],
  ['an address', () => ({ message: 'Email address n/a is invalid' })],
])('rows that are refused one by one for %s do not end the run', async (_, bodyOf) => {
  const sandbox = await sandboxForTest();
  for (let index = 0; index < 5; index += 1) {
    const match = { path: UPSERT, containsId: `K-${index}` };
    sandbox.faults.add({ match, do: { kind: 'status', status: 400, body: bodyOf(index) } });
  }
  const outcome = await upsert({
    items: lineItems(COUNT).map((item) => ({ ...item, name: 'n/a' })),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { batchSize: 1, maxConcurrency: 1, maxRetries: 0 } },
  });
  expectAllAccounted(outcome, COUNT);
  expect(failuresOf(outcome)).toHaveLength(5);
  expect(outcome.success).toHaveLength(COUNT - 5);
});

it('a batch that passes in between keeps the run going', async () => {
  const { outcome, failures } = await run({ kind: 'status', status: 525 }, { every: 2 });
  expect(outcome.success).toHaveLength(COUNT / 2);
  expect(failures.every(({ attempted }) => attempted)).toBe(true);
});
