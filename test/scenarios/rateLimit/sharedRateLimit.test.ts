import { expectAllAccounted } from '../../support/accounted';
import { sandboxForTest, until, UPSERT } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

/** Few at a time, so that those who wait for their turn are the rule. */
const tightLimit = (windowMs: number) => ({
  rateLimit: { perWindow: 4, windowMs, daily: null, kind: 'rolling' as const },
});
const parameters = { options: { batchSize: 1 } };

it('runs that ended while they waited for a permit take nothing from the runs after them', async () => {
  const sandbox = await sandboxForTest(tightLimit(150));
  const credential = { ...serviceKeyOf(sandbox), id: 'ends-while-waiting' };
  for (let run = 0; run < 6; run += 1) {
    sandbox.faults.add({
      match: { path: UPSERT, nth: 4 },
      do: { kind: 'status', status: 477, retryAfterSeconds: 86_400 },
    });
    expectAllAccounted(await upsert({ items: lineItems(8), credential, parameters }), 8);
    sandbox.faults.clear();
  }
  const outcome = await upsert({ items: lineItems(3, 20), credential, parameters });
  expect(outcome.success).toHaveLength(3);
}, 20_000);

it('a cancelled run ends at once, though others wait for a permit before it', async () => {
  const sandbox = await sandboxForTest(tightLimit(2_000));
  const credential = { ...serviceKeyOf(sandbox), id: 'waits-behind-others' };
  const goesOn = upsert({ items: lineItems(8), credential, parameters });
  await until(() => sandbox.log.entries.length >= 4);
  const stop = new AbortController();
  const cancelled = upsert({
    items: lineItems(8, 10),
    credential,
    parameters,
    signal: stop.signal,
  });
  await new Promise((resolve) => setTimeout(resolve, 300));
  const stoppedAt = performance.now();
  stop.abort();
  await cancelled;
  expect(performance.now() - stoppedAt).toBeLessThan(300);
  expect((await goesOn).success).toHaveLength(8);
}, 30_000);
