import { expectAllAccounted } from '../../support/accounted';
import { virtualTime } from '../../support/enginesVirtualTime';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';

virtualTime();

interface Message {
  messages: string[];
}

/** Runs on 300 items, of which HubSpot makes the second batch wait. @returns what the editor was told. */
async function run(retryAfterSeconds: number, hear: (line: string) => void = () => undefined) {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT, nth: 2 },
    do: { kind: 'status', status: 429, retryAfterSeconds },
  });
  const told: string[] = [];
  const outcome = await upsert({
    items: lineItems(300),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxConcurrency: 1 } },
    onMessage: (message) => {
      const [line = ''] = (message as Message).messages;
      told.push(line);
      hear(line);
    },
  });
  expectAllAccounted(outcome, 300);
  expect(outcome.success).toHaveLength(300);
  return told;
}

it('a long run tells every ten seconds how far it is, and what it waits for', async () => {
  const told = await run(35);
  expect(told).toEqual(
    Array(3).fill(
      'Node: 100 of 300 items done, 3 requests. Waiting for: 1 turn at the rate limit.',
    ),
  );
});

it('a short one tells nothing', async () => {
  expect(await run(2)).toEqual([]);
});

it('where it cannot be told, the run goes on', async () => {
  const told = await run(35, () => {
    throw new Error('The editor is gone');
  });
  expect(told.length).toBeGreaterThan(0);
});

it('nothing is told once a run is over', async () => {
  const told = await run(12);
  expect(told).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
  expect(told).toHaveLength(1);
});
