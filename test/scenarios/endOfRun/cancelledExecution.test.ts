import { sandboxForTest, until, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

const twoAtOnce = { options: { batchSize: 1, maxConcurrency: 2 } };

it('a cancelled execution lets go of requests in flight and sends nothing afterwards', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT }, do: { kind: 'hang', when: 'before' } });
  const stop = new AbortController();
  const running = upsert({
    items: lineItems(10),
    credential: serviceKeyOf(sandbox),
    parameters: twoAtOnce,
    signal: stop.signal,
  });
  await until(() => sandbox.log.upserts().length === 2);
  stop.abort();
  const { run } = await running;
  expect(run.status).toBe('canceled');
  const seen = sandbox.log.entries.length;
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(sandbox.log.entries.length).toBe(seen);
});

it('a wait before a retry ends with the execution', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT },
    do: { kind: 'status', status: 429, retryAfterSeconds: 1.2 },
  });
  const stop = new AbortController();
  const running = upsert({
    items: lineItems(4),
    credential: serviceKeyOf(sandbox),
    signal: stop.signal,
  });
  await until(() => sandbox.log.upserts().some(({ status }) => status === 429));
  stop.abort();
  await running;
  const seen = sandbox.log.entries.length;
  await new Promise((resolve) => setTimeout(resolve, 1700));
  expect(sandbox.log.entries.length).toBe(seen);
});
