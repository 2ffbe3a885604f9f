import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

interface Message {
  messages: string[];
}

/** Runs on 300 items, whose second batch meets the fault. @returns what the editor was told. */
async function run(fault: FaultAction) {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, nth: 2 }, do: fault });
  const told: string[] = [];
  const outcome = await upsert({
    items: lineItems(300),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxConcurrency: 1, timeout: 25 } },
    onMessage: (message) => {
      told.push(...(message as Message).messages);
    },
  });
  expectAllAccounted(outcome, 300);
  expect(outcome.success).toHaveLength(300);
  return told;
}

const askedToWait = (retryAfterSeconds: number): FaultAction => ({
  kind: 'status',
  status: 429,
  retryAfterSeconds,
});

it.each<[string, FaultAction, string]>([
  ['its turn', askedToWait(35), '1 turn to leave'],
  ['a response', { kind: 'hang' }, '1 response'],
])(
  'a long run tells every ten seconds how far it is, and that it waits for %s',
  async (_, fault, wait) => {
    const told = await run(fault);
    expect(told.length).toBeGreaterThanOrEqual(2);
    expect(new Set(told)).toEqual(
      new Set([
        expect.stringMatching(`^100 of 300 items done, [23] requests\\. Waiting for: ${wait}\\.$`),
      ]),
    );
  },
);

it('a short one tells nothing', async () => {
  expect(await run(askedToWait(2))).toEqual([]);
});

it('nothing is told once a run is over', async () => {
  const told = await run(askedToWait(12));
  expect(told).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  expect(told).toHaveLength(1);
});
