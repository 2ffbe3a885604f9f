import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { READ, sandboxForTest, UPSERT, until } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

const parameters = { options: { batchSize: 1, maxConcurrency: 2, timeout: 1, maxRetries: 3 } };

/** The first batch is written and never answered; the second one's answer ends the run. */
async function runThatEndsEarly() {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: { kind: 'hang', when: 'after' } });
  sandbox.faults.add({
    match: { path: UPSERT, nth: 2 },
    do: { kind: 'status', status: 477, retryAfterSeconds: 86_400 },
  });
  return sandbox;
}

it('what was written when the run ended is found, and leaves on Success', async () => {
  const sandbox = await runThatEndsEarly();
  const outcome = await upsert({
    items: lineItems(4),
    credential: serviceKeyOf(sandbox),
    parameters,
  });
  expectAllAccounted(outcome, 4);
  expect(writtenOf(outcome)).toMatchObject([{ outcome: 'written', idValue: 'K-0' }]);
  expect(sandbox.log.of('read')).toHaveLength(1);
});

it('once the run has ended, it is looked for a single time', async () => {
  const sandbox = await runThatEndsEarly();
  sandbox.faults.add({ match: { path: READ }, do: { kind: 'status', status: 503 } });
  const outcome = await upsert({
    items: lineItems(4),
    credential: serviceKeyOf(sandbox),
    parameters,
  });
  expectAllAccounted(outcome, 4);
  expect(failuresOf(outcome)[0]).toMatchObject({ category: 'TIMEOUT', idValue: 'K-0' });
  expect(sandbox.log.of('read')).toHaveLength(1);
});

it('a user who cancels does not wait for it', async () => {
  const sandbox = await runThatEndsEarly();
  const stop = new AbortController();
  const running = upsert({
    items: lineItems(4),
    credential: serviceKeyOf(sandbox),
    parameters,
    signal: stop.signal,
  });
  await until(() => sandbox.log.upserts().length === 2);
  stop.abort();
  await running;
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(sandbox.log.of('read')).toHaveLength(0);
});
