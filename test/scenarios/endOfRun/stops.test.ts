import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { sandboxForTest, storedKeys, until, UPSERT } from '../../support/sandbox';
import { lineItems, oAuth2Of, serviceKeyOf, upsert } from '../../support/upsert';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

const COUNT = 40;
const latency = { minMs: 20, maxMs: 40 };
const parameters = { options: { batchSize: 1, maxConcurrency: 5, maxRetries: 5 } };

it.each<[string, FaultAction, RegExp]>([
  [
    'the daily limit',
    { kind: 'status', status: 429, policy: 'DAILY', retryAfterSeconds: 0 },
    /daily limit/,
  ],
  [
    'an account that is being moved for a day',
    { kind: 'status', status: 477, retryAfterSeconds: 86_400 },
    /86400 seconds/,
  ],
  [
    'a 503 that asks for ten minutes',
    { kind: 'status', status: 503, retryAfterSeconds: 600 },
    /600 seconds/,
  ],
])('%s: what is in flight is finished, the rest is not sent', async (_, fault, says) => {
  const sandbox = await sandboxForTest({ latency });
  sandbox.faults.add({ match: { path: UPSERT, nth: 12 }, do: fault });
  const outcome = await upsert({
    items: lineItems(COUNT),
    credential: serviceKeyOf(sandbox),
    parameters,
  });
  expectAllAccounted(outcome, COUNT);
  const sent = sandbox.log.upserts().flatMap(({ inputIds }) => inputIds);
  expect(sent.length).toBeGreaterThanOrEqual(12);
  expect(sent.length).toBeLessThanOrEqual(12 + 4);
  expect(
    writtenOf(outcome)
      .map(({ idValue }) => idValue)
      .sort(),
  ).toEqual(storedKeys(sandbox));
  expect(outcome.success).toHaveLength(sent.length - 1);
  const unsent = failuresOf(outcome).filter(({ attempted }) => !attempted);
  expect(unsent).toHaveLength(COUNT - sent.length);
  for (const { category, message, retryable, idValue } of unsent) {
    expect(category).toBe('NOT_ATTEMPTED');
    expect(message).toMatch(says);
    expect(retryable).toBe(true);
    expect(sent).not.toContain(idValue);
  }
});

it('a cancelled run ends within a second and sends nothing afterwards', async () => {
  const sandbox = await sandboxForTest({ latency });
  sandbox.faults.add({ match: { path: UPSERT, every: 3 }, do: { kind: 'hang' } });
  sandbox.faults.add({ match: { path: UPSERT, every: 2 }, do: { kind: 'status', status: 503 } });
  const stop = new AbortController();
  const running = upsert({
    items: lineItems(COUNT),
    credential: serviceKeyOf(sandbox),
    parameters,
    signal: stop.signal,
  });
  await until(() => sandbox.log.upserts().length >= 5);
  const stoppedAt = performance.now();
  stop.abort();
  const { run } = await running;
  expect(performance.now() - stoppedAt).toBeLessThan(1000);
  expect(run.status).toBe('canceled');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const seen = sandbox.log.entries.length;
  await new Promise((resolve) => setTimeout(resolve, 3000));
  expect(sandbox.log.entries).toHaveLength(seen);
}, 15_000);

it('a grant that is revoked amid the run: what was written is on Success', async () => {
  const sandbox = await sandboxForTest({ latency });
  const { credential, refreshToken } = oAuth2Of(sandbox);
  const running = upsert({ items: lineItems(COUNT), credential, parameters });
  await until(() => storedKeys(sandbox).length >= 10);
  sandbox.oauth.revoke(refreshToken);
  const outcome = await running;
  expectAllAccounted(outcome, COUNT);
  expect(
    writtenOf(outcome)
      .map(({ idValue }) => idValue)
      .sort(),
  ).toEqual(storedKeys(sandbox));
  const sent = new Set(sandbox.log.upserts().flatMap(({ inputIds }) => inputIds));
  for (const { idValue, attempted, retryable } of failuresOf(outcome)) {
    expect({ idValue, attempted, retryable }).toEqual({
      idValue,
      attempted: sent.has(idValue ?? ''),
      retryable: true,
    });
  }
  expect(sandbox.log.upserts().length).toBeLessThan(COUNT);
});
