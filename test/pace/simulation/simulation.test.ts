import type { RateLimit } from '../../../sandbox/hubspot/limits/rateLimit';
import { simulate, type Course, type Traffic } from './simulate';

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];
const REQUESTS = 1_000;
const WINDOW_MS = 10_000;
const latencies = {
  quick: { minMs: 30, maxMs: 60 },
  usual: { minMs: 300, maxMs: 800 },
  slow: { minMs: 4_000, maxMs: 5_000 },
};

beforeEach(() => jest.useFakeTimers({ now: 1_000_000, timerLimit: 10_000_000 }));
afterEach(() => jest.useRealTimers());

/** What came of one kind of traffic: the mean of all seeds, which differ in every delay. */
interface Outcome {
  /** The least time that the limit allows, divided by the time that it took. */
  ratio: number;
  /** 429s, of all requests on the account. */
  throttledShare: number;
  mostUnderWay: number;
}

async function outcomeOf(more: Partial<Traffic>): Promise<Outcome> {
  const courses: Course[] = [];
  const traffic = trafficWith(more);
  for (const seed of SEEDS) {
    const running = simulate({ ...traffic, seed });
    await jest.runAllTimersAsync();
    courses.push(await running);
  }
  const least = leastMs(traffic);
  return {
    ratio: mean(courses.map(({ milliseconds }) => least / milliseconds)),
    throttledShare: mean(
      courses.map(
        (course) =>
          (course.throttled + course.foreignThrottled) / (course.requests + course.foreignRequests),
      ),
    ),
    mostUnderWay: Math.max(...courses.map(({ mostUnderWay }) => mostUnderWay)),
  };
}

function trafficWith({ processes = 1, foreignShare = 0, ...more }: Partial<Traffic>): Traffic {
  const ours = REQUESTS * (1 - foreignShare);
  return {
    seed: 0,
    limit: limit(190),
    processes,
    requests: Math.ceil(ours / processes) + 1,
    maxConcurrency: 100,
    latency: latencies.usual,
    transitMs: 5,
    foreignShare,
    startWithinMs: 0,
    ...more,
  };
}

function limit(perWindow: number, kind: RateLimit['kind'] = 'rolling'): RateLimit {
  return { perWindow, windowMs: WINDOW_MS, daily: null, kind };
}

function leastMs({ limit: { perWindow }, processes, requests, foreignShare, latency }: Traffic) {
  const windows = Math.ceil((processes * requests) / (perWindow * (1 - foreignShare)));
  return (windows - 1) * WINDOW_MS + (latency.minMs + latency.maxMs) / 2;
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

describe.each(['rolling', 'fixed'] as const)('alone, windows %s', (kind) => {
  it.each([100, 110, 190, 250])(
    '%d requests a window: at the limit, never thrown back',
    async (perWindow) => {
      const { ratio, throttledShare } = await outcomeOf({ limit: limit(perWindow, kind) });
      expect(throttledShare).toBe(0);
      expect(ratio).toBeGreaterThan(0.965);
    },
  );

  it('no more under way than it takes at a small latency', async () => {
    const outcome = await outcomeOf({ latency: latencies.quick, limit: limit(190, kind) });
    expect(outcome.throttledShare).toBe(0);
    expect(outcome.ratio).toBeGreaterThan(0.98);
    expect(outcome.mostUnderWay).toBeLessThan(15);
  });

  it('as many as it takes at a large latency', async () => {
    const more = { latency: latencies.slow, maxConcurrency: 250, limit: limit(190, kind) };
    const outcome = await outcomeOf(more);
    expect(outcome.throttledShare).toBe(0);
    expect(outcome.ratio).toBeGreaterThan(0.85);
  });
});

describe('beside a consumer that takes half of the limit', () => {
  it('fills the other half', async () => {
    const { ratio, throttledShare } = await outcomeOf({ foreignShare: 0.5 });
    expect(ratio).toBeGreaterThan(0.92);
    expect(throttledShare).toBeLessThan(0.001);
  });

  it('three processes fill it, too', async () => {
    const { ratio, throttledShare } = await outcomeOf({ foreignShare: 0.5, processes: 3 });
    expect(ratio).toBeGreaterThan(0.82);
    expect(throttledShare).toBeLessThan(0.001);
  });
});

describe('several processes that start at once', () => {
  it.each([2, 3, 4, 6, 8])('%d fill the limit together', async (processes) => {
    const { ratio, throttledShare } = await outcomeOf({ processes });
    expect(ratio).toBeGreaterThan(0.9);
    expect(throttledShare).toBeLessThan(0.01);
  });

  it.each(Object.entries(latencies))('8 of them, %s: none starves', async (_, latency) => {
    const { ratio, throttledShare } = await outcomeOf({ processes: 8, latency });
    expect(ratio).toBeGreaterThan(0.6);
    expect(throttledShare).toBeLessThan(0.12);
  });

  it.each([2, 8])(
    '%d where windows do not roll: some are thrown back, none starves',
    async (processes) => {
      const { ratio, throttledShare } = await outcomeOf({ processes, limit: limit(190, 'fixed') });
      expect(ratio).toBeGreaterThan(0.8);
      expect(throttledShare).toBeLessThan(0.25);
    },
  );
});

it('processes that start within five seconds find room', async () => {
  const { ratio, throttledShare } = await outcomeOf({ processes: 4, startWithinMs: 5_000 });
  expect(ratio).toBeGreaterThan(0.7);
  expect(throttledShare).toBeLessThan(0.02);
});
