import { outcomeOf } from './outcome';
import { latencies, limit, processes, REQUESTS, scene } from './scenes';

/** A machine under load: as long as several of its requests take to leave, nothing goes on. */
const STALLS = { everyMs: 1_500, shortestMs: 50, longestMs: 200 };

/** One that has more to do than it can: nearly half of the time it works for others. */
const BUSY = { everyMs: 100, shortestMs: 20, longestMs: 150 };

describe.each(['rolling', 'fixed'] as const)('alone, windows %s', (kind) => {
  it.each([100, 110, 190, 250])(
    '%d requests a window: at the limit, never thrown back',
    async (perWindow) => {
      const { ratio, throttledShare } = await outcomeOf(scene({ limit: limit(perWindow, kind) }));
      expect(throttledShare.worst).toBe(0);
      expect(ratio.mean).toBeGreaterThan(0.965);
      expect(ratio.worst).toBeGreaterThan(0.955);
    },
  );

  it('no more under way than it takes at a small latency', async () => {
    const { ratio, throttledShare, mostUnderWay } = await outcomeOf(
      scene({ latency: latencies.quick, limit: limit(190, kind) }),
    );
    expect(throttledShare.worst).toBe(0);
    expect(ratio.worst).toBeGreaterThan(0.975);
    expect(mostUnderWay).toBeLessThan(20);
  });

  it('as many as it takes at a large latency', async () => {
    const { ratio, throttledShare } = await outcomeOf(
      scene({
        latency: latencies.slow,
        processes: processes(1, { maxConcurrency: 250 }),
        limit: limit(190, kind),
      }),
    );
    expect(throttledShare.worst).toBe(0);
    expect(ratio.worst).toBeGreaterThan(0.83);
  });

  it('a way of up to 50 ms leads to no 429', async () => {
    const { ratio, throttledShare } = await outcomeOf(
      scene({ transitMs: 50, limit: limit(190, kind) }),
    );
    expect(throttledShare.worst).toBe(0);
    expect(ratio.worst).toBeGreaterThan(0.8);
  });
});

it.each([190, 110])(
  'a way of up to 200 ms, on which requests overtake each other, at %d requests a window',
  async (perWindow) => {
    const { ratio, throttledShare } = await outcomeOf(
      scene({ transitMs: 200, limit: limit(perWindow) }),
    );
    expect(ratio.mean).toBeGreaterThan(0.88);
    expect(ratio.worst).toBeGreaterThan(0.85);
    expect(throttledShare.mean).toBeLessThan(0.0005);
  },
);

it.each([
  ["HubSpot's side of the way", { hubspot: STALLS }],
  ['the process', { process: STALLS }],
  ['now one, now the other', { hubspot: STALLS, process: STALLS }],
])('where machines stand still, %s, requests are counted late', async (_, stalls) => {
  const { ratio, throttledShare } = await outcomeOf(scene({ transitMs: 25, stalls }));
  expect(ratio.mean).toBeGreaterThan(0.95);
  expect(throttledShare.mean).toBeLessThan(0.0005);
});

it.each([
  ["HubSpot's side of the way", { hubspot: BUSY }],
  ['the process', { process: BUSY }],
  ['both', { hubspot: BUSY, process: BUSY }],
])('where machines are busy, %s, hardly any request comes too early', async (_, stalls) => {
  const { ratio, throttledShare } = await outcomeOf(scene({ transitMs: 25, stalls }));
  expect(ratio.mean).toBeGreaterThan(0.92);
  expect(throttledShare.mean).toBeLessThan(0.001);
});

it('a run that may use half fills its half', async () => {
  const { ratio, throttledShare } = await outcomeOf(
    scene({ processes: processes(1, { share: 0.5, requests: REQUESTS / 2 }), leftOver: 0.5 }),
  );
  expect(throttledShare.worst).toBe(0);
  expect(ratio.worst).toBeGreaterThan(0.96);
});

describe('behind a gateway that strips the headers, at the lowest limit', () => {
  const blind = { hasHeaders: false, limit: limit(100) };

  it('one is never thrown back', async () => {
    const { ratio, throttledShare } = await outcomeOf(scene(blind));
    expect(throttledShare.worst).toBe(0);
    expect(ratio.worst).toBeGreaterThan(0.97);
  });

  it('two come to rest with few 429s', async () => {
    const { ratio, throttledShare } = await outcomeOf(
      scene({ ...blind, processes: processes(2, { requests: 2 * REQUESTS }) }),
    );
    expect(throttledShare.worst).toBeLessThan(0.05);
    expect(ratio.worst).toBeGreaterThan(0.9);
  });
});

it.each([423, 503])(
  'goes on after a time in which HubSpot answers half with %d',
  async (status) => {
    const { ratio, throttledShare, failed } = await outcomeOf(
      scene({
        processes: processes(2, { maxRetries: 8 }),
        trouble: { status, rate: 0.5, fromMs: 30_000, untilMs: 50_000 },
      }),
    );
    expect(failed).toBe(0);
    expect(throttledShare.worst).toBeLessThan(0.03);
    expect(ratio.worst).toBeGreaterThan(0.55);
  },
);
