import type { SandboxOptions } from '../../../sandbox/hubspot/options';
import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import { expectAllAccounted } from '../../support/accounted';
import { sandboxForTest, until } from '../../support/sandbox';
import { lineItems, serviceKeyOf, upsert } from '../../support/upsert';
import { virtualTime } from '../../support/enginesVirtualTime';

virtualTime();

/** A sandbox that watches, at every arrival, how many batches it has not answered yet. */
async function watched(options: Partial<SandboxOptions>) {
  let most = 0;
  let sandbox: Sandbox | undefined = undefined;
  const look = () => {
    const waiting = sandbox?.log.upserts().filter(({ status }) => status === null) ?? [];
    most = Math.max(most, waiting.length);
    return Date.now();
  };
  sandbox = await sandboxForTest({ ...options, now: look });
  return { sandbox, mostInFlight: () => most };
}

it.each([1, 4])('with maxConcurrency %i no more requests are in flight', async (maxConcurrency) => {
  const { sandbox, mostInFlight } = await watched({ latency: { minMs: 40, maxMs: 60 } });
  const outcome = await upsert({
    items: lineItems(16),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { batchSize: 1, maxConcurrency } },
  });
  expectAllAccounted(outcome, 16);
  expect(mostInFlight()).toBe(maxConcurrency);
});

it.each([1, 7, 100])('with batchSize %i no request carries more', async (batchSize) => {
  const sandbox = await sandboxForTest();
  const outcome = await upsert({
    items: lineItems(20),
    credential: serviceKeyOf(sandbox),
    parameters: { options: { batchSize } },
  });
  expectAllAccounted(outcome, 20);
  const sizes = sandbox.log.upserts().map(({ inputIds }) => inputIds.length);
  expect(Math.max(...sizes)).toBe(Math.min(batchSize, 20));
  expect(sizes).toHaveLength(Math.ceil(20 / batchSize));
});

it.each([
  [100, 8],
  [50, 4],
])(
  'with rateLimitShare %i a window sees no more than that share of the limit',
  async (rateLimitShare, most) => {
    const sandbox = await sandboxForTest({
      rateLimit: { perWindow: 8, windowMs: 10_000, daily: null, kind: 'rolling' },
    });
    const stop = new AbortController();
    const running = upsert({
      items: lineItems(12),
      credential: serviceKeyOf(sandbox),
      parameters: { options: { batchSize: 1, maxConcurrency: 1, rateLimitShare } },
      signal: stop.signal,
    });
    await until(() => sandbox.log.entries.length >= most);
    await new Promise((resolve) => setTimeout(resolve, 9_000));
    const seen = sandbox.log.entries.map(({ status }) => status);
    stop.abort();
    await running;
    expect(seen).toEqual(Array.from({ length: most }, () => 200));
  },
);
