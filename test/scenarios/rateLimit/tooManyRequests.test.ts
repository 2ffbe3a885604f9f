import axios from 'axios';
import { expectAllAccounted, failuresOf, writtenOf } from '../../support/accounted';
import { CONTINUING } from '../../support/onError';
import { sandboxForTest, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyFor, serviceKeyOf, upsert } from '../../support/upsert';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

const oneByOne = { batchSize: 1, maxConcurrency: 1 };

it('two workflows share an account and its limit, and neither ever gets a 429', async () => {
  const sandbox = await sandboxForTest({
    rateLimit: { perWindow: 6, windowMs: 1_000, daily: null, kind: 'rolling' },
  });
  const credential = { ...serviceKeyOf(sandbox), id: 'shared' };
  const parameters = { options: { batchSize: 1 } };
  const outcomes = await Promise.all(
    [0, 10].map((from) => upsert({ items: lineItems(8, from), credential, parameters })),
  );
  for (const outcome of outcomes) {
    expectAllAccounted(outcome, 8);
    expect(outcome.success).toHaveLength(8);
  }
  expect(sandbox.log.entries.map(({ status }) => status)).not.toContain(429);
}, 20_000);

it("a wait that HubSpot asks for is everyone's: nobody sends before it is over", async () => {
  const sandbox = await sandboxForTest({ latency: { minMs: 20, maxMs: 40 } });
  sandbox.faults.add({
    match: { path: UPSERT, nth: 3 },
    do: { kind: 'status', status: 429, retryAfterSeconds: 1.5 },
  });
  const outcome = await upsert({
    items: lineItems(30),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { batchSize: 1, maxConcurrency: 5 } },
  });
  expect(outcome.success).toHaveLength(30);
  const times = sandbox.log.entries.map(({ at }) => at);
  const longest = Math.max(...times.slice(1).map((at, index) => at - times[index]!));
  expect(longest).toBeGreaterThan(1_400);
  expect(longest).toBeLessThan(1_800);
});

it('a limit that others have used up is waited for, and everything is written', async () => {
  const perWindow = 3;
  const sandbox = await sandboxForTest({
    rateLimit: { perWindow, windowMs: 3_000, daily: null, kind: 'rolling' },
  });
  const serviceKey = sandbox.tokens.serviceKey();
  const headers = { authorization: `Bearer ${serviceKey}` };
  for (let used = 0; used < perWindow; used += 1) {
    await axios.get(`${sandbox.baseUrl}/account-info/v3/details`, { headers });
  }
  const outcome = await upsert({
    items: lineItems(8),
    credential: serviceKeyFor(sandbox.baseUrl, serviceKey),
  });
  expect(sandbox.log.entries.some(({ status }) => status === 429)).toBe(true);
  expectAllAccounted(outcome, 8);
  expect(outcome.success).toHaveLength(8);
}, 20_000);

it('Retry-After is honoured where it is there, and a retry is counted', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT, nth: 1 },
    do: { kind: 'status', status: 429, retryAfterSeconds: 0 },
  });
  const outcome = await upsert({ items: lineItems(2), credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 2);
  expect(outcome.success).toHaveLength(2);
  expect(outcome.hints[0]?.message).toMatch(/3 requests, 1 retried/);
});

it('where it does not end, the items leave with what HubSpot said', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT }, do: { kind: 'status', status: 429 } });
  const outcome = await upsert({
    items: lineItems(2),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxRetries: 0 } },
  });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'RATE_LIMIT', httpStatus: 429, retryable: true, attempted: true },
    { category: 'RATE_LIMIT', httpStatus: 429, retryable: true, attempted: true },
  ]);
  expect(failuresOf(outcome)[0]?.message).toMatch(/ten_secondly_rolling/);
});

it('the daily limit ends the run at once: the rest is not attempted', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT, nth: 3 },
    do: { kind: 'status', status: 429, policy: 'DAILY' },
  });
  const outcome = await upsert({
    items: lineItems(5),
    credential: serviceKeyOf(sandbox),
    parameters: { options: oneByOne },
  });
  expectAllAccounted(outcome, 5);
  expect(writtenOf(outcome).map(({ idValue }) => idValue)).toEqual(['K-0', 'K-1']);
  expect(failuresOf(outcome)).toMatchObject([
    { idValue: 'K-2', httpStatus: 429, attempted: true, retryable: true },
    { idValue: 'K-3', category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
    { idValue: 'K-4', category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
  ]);
  expect(failuresOf(outcome)[2]?.message).toMatch(/daily limit/);
  expect(sandbox.log.upserts()).toHaveLength(3);
});

it.each([['left unset', {}], ...CONTINUING])(
  'a daily limit that is used up before the run throws nothing (On Error %s)',
  async (_, settings) => {
    const sandbox = await sandboxForTest({
      rateLimit: { perWindow: 100, windowMs: 1000, daily: 0, kind: 'rolling' },
    });
    const outcome = await upsert({
      items: lineItems(3),
      credential: serviceKeyOf(sandbox),
      settings,
    });
    expectAllAccounted(outcome, 3);
    for (const failure of failuresOf(outcome)) {
      expect(failure).toMatchObject({ category: 'NOT_ATTEMPTED', retryable: true });
      expect(failure.message).toMatch(/daily limit/);
    }
    const hints = outcome.hints.map(({ message }) => message).join('\n');
    expect(hints).not.toMatch(/values were sent/);
    expect(sandbox.log.entries).toHaveLength(1);
  },
);
