import { expectAllAccounted, failuresOf } from '../support/accounted';
import { sandboxForTest, storedKeys, UPSERT } from '../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../support/upsert';
import { virtualTime } from '../support/virtualTime';

virtualTime();

it.each([408, 423, 477, 500, 502, 503, 504, 521, 523, 524])(
  'a request that got a %i is repeated',
  async (status) => {
    const sandbox = await sandboxForTest();
    sandbox.faults.add({
      match: { path: UPSERT, nth: 1 },
      do: { kind: 'status', status, retryAfterSeconds: 0 },
    });
    const outcome = await upsert({ items: lineItems(2), credential: serviceKeyOf(sandbox) });
    expectAllAccounted(outcome, 2);
    expect(outcome.success).toHaveLength(2);
    expect(sandbox.log.upserts()).toHaveLength(2);
  },
);

it.each([522, 525, 526])('a request that got a %i is not', async (status) => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT },
    do: { kind: 'status', status, retryAfterSeconds: 0 },
  });
  const outcome = await upsert({ items: lineItems(2), credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 2);
  expect(outcome.error).toHaveLength(2);
  expect(sandbox.log.upserts()).toHaveLength(1);
});

it('a connection that breaks after the write does no harm: the same values are written again', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({ match: { path: UPSERT, nth: 1 }, do: { kind: 'reset', when: 'after' } });
  const outcome = await upsert({ items: lineItems(2), credential: serviceKeyOf(sandbox) });
  expectAllAccounted(outcome, 2);
  expect(outcome.success).toHaveLength(2);
  expect(storedKeys(sandbox)).toEqual(['K-0', 'K-1']);
});

it('an account that is being moved for hours ends the run, without a throw', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT },
    do: { kind: 'status', status: 477, retryAfterSeconds: 86_400 },
  });
  const outcome = await upsert({
    items: lineItems(3),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { batchSize: 1, maxConcurrency: 1 } },
  });
  expectAllAccounted(outcome, 3);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'MIGRATION_IN_PROGRESS', httpStatus: 477, retryable: true, attempted: true },
    { category: 'NOT_ATTEMPTED', retryable: true, attempted: false },
    { category: 'NOT_ATTEMPTED', retryable: true, attempted: false },
  ]);
  expect(failuresOf(outcome)[1]?.message).toContain('86400');
  expect(sandbox.log.upserts()).toHaveLength(1);
});

it('maxRetries says how often', async () => {
  const sandbox = await sandboxForTest();
  sandbox.faults.add({
    match: { path: UPSERT },
    do: { kind: 'status', status: 423, retryAfterSeconds: 0 },
  });
  const outcome = await upsert({
    items: lineItems(1),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { maxRetries: 3 } },
  });
  expectAllAccounted(outcome, 1);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'LOCKED', httpStatus: 423, retryable: true, attempted: true },
  ]);
  expect(sandbox.log.upserts()).toHaveLength(4);
});

it('where HubSpot cannot be reached, nothing is thrown and nothing was attempted', async () => {
  const sandbox = await sandboxForTest();
  const credential = serviceKeyOf(sandbox);
  await sandbox.stop();
  const outcome = await upsert({
    items: lineItems(2),
    credential,
    parameters: { options: { maxRetries: 0 } },
  });
  expectAllAccounted(outcome, 2);
  expect(failuresOf(outcome)).toMatchObject([
    { category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
    { category: 'NOT_ATTEMPTED', attempted: false, retryable: true },
  ]);
});
