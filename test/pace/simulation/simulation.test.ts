import type { RateLimit } from '../../../sandbox/hubspot/limits/rateLimit';
import { simulate, type Course, type Process, type Traffic } from './simulate';

const SEEDS = Array.from({ length: 12 }, (_, index) => index + 1);
const REQUESTS = 1_000;
const WINDOW_MS = 10_000;
const latencies = {
  quick: { minMs: 50, maxMs: 80 },
  usual: { minMs: 300, maxMs: 800 },
  slow: { minMs: 4_000, maxMs: 5_000 },
};

/** What came of one kind of traffic, over all seeds, which differ in every delay. */
interface Outcome {
  /** The least time that the limit allows, divided by the time that it took. */
  ratio: Figure;
  /** 429s, of all requests on the account. */
  throttledShare: Figure;
  mostUnderWay: number;
}

interface Figure {
  mean: number;
  worst: number;
}

type Scene = Partial<Omit<Traffic, 'seed' | 'processes'>> & {
  processes?: Process[];
  /** Part of the limit that others leave over. */
  leftOver?: number;
};

async function outcomeOf({ leftOver = 1, ...scene }: Scene): Promise<Outcome> {
  const traffic = { ...QUIET, ...scene };
  const courses: Course[] = [];
  for (const seed of SEEDS) courses.push(await simulate({ ...traffic, seed }));
  for (const { processes } of courses) {
    for (const { failed } of processes) expect(failed).toBe(0);
  }
  const startedAt = Math.min(...traffic.processes.map(({ startsAtMs }) => startsAtMs));
  const least = leastMs(traffic, leftOver);
  const ratios = courses.map(({ processes }) => least / (lastEnd(processes) - startedAt));
  const throttled = courses.map(throttledShare);
  return {
    ratio: { mean: mean(ratios), worst: Math.min(...ratios) },
    throttledShare: { mean: mean(throttled), worst: Math.max(...throttled) },
    mostUnderWay: Math.max(
      ...courses.flatMap(({ processes }) => processes.map(({ mostUnderWay }) => mostUnderWay)),
    ),
  };
}

function limit(perWindow: number, kind: RateLimit['kind'] = 'rolling'): RateLimit {
  return { perWindow, windowMs: WINDOW_MS, daily: null, kind };
}

/** So many processes that share the requests out; they start together. */
function processes(count: number, { requests = REQUESTS, ...more }: Partial<Process> = {}) {
  return Array.from({ length: count }, (): Process => ({
    requests: Math.ceil(requests / count) + 1,
    maxConcurrency: 100,
    maxRetries: 5,
    share: 1,
    startsAtMs: WINDOW_MS,
    ...more,
  }));
}

const QUIET: Omit<Traffic, 'seed'> = {
  limit: limit(190),
  latency: latencies.usual,
  transitMs: 5,
  hasHeaders: true,
  trouble: undefined,
  processes: processes(1),
  consumers: [],
};

function leastMs(
  { limit: { perWindow }, processes, latency }: Omit<Traffic, 'seed'>,
  part: number,
) {
  const requests = processes.reduce((sum, process) => sum + process.requests, 0);
  const windows = Math.ceil(requests / (perWindow * part));
  return (windows - 1) * WINDOW_MS + (latency.minMs + latency.maxMs) / 2;
}

function lastEnd(ends: Course['processes']): number {
  return Math.max(...ends.map(({ endedAt }) => endedAt));
}

function throttledShare({ processes, foreignRequests, foreignThrottled }: Course): number {
  const requests = processes.reduce((sum, process) => sum + process.requests, foreignRequests);
  return processes.reduce((sum, { throttled }) => sum + throttled, foreignThrottled) / requests;
}

function mean(numbers: number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

const HALF = { share: 0.5, manner: 'steady', fromMs: 0, untilMs: Infinity } as const;

describe.each(['rolling', 'fixed'] as const)('alone, windows %s', (kind) => {
  it.each([100, 110, 190, 250])(
    '%d requests a window: at the limit, never thrown back',
    async (perWindow) => {
      const { ratio, throttledShare } = await outcomeOf({ limit: limit(perWindow, kind) });
      expect(throttledShare.worst).toBe(0);
      expect(ratio.mean).toBeGreaterThan(0.965);
    },
  );

  it('no more under way than it takes at a small latency', async () => {
    const outcome = await outcomeOf({ latency: latencies.quick, limit: limit(190, kind) });
    expect(outcome.throttledShare.worst).toBe(0);
    expect(outcome.ratio.mean).toBeGreaterThan(0.98);
    expect(outcome.mostUnderWay).toBeLessThan(15);
  });

  it('as many as it takes at a large latency', async () => {
    const more = {
      latency: latencies.slow,
      processes: processes(1, { maxConcurrency: 250 }),
      limit: limit(190, kind),
    };
    const outcome = await outcomeOf(more);
    expect(outcome.throttledShare.worst).toBe(0);
    expect(outcome.ratio.mean).toBeGreaterThan(0.85);
  });
});

describe('beside a consumer that takes half of the limit', () => {
  it('fills the other half', async () => {
    const { ratio, throttledShare } = await outcomeOf({
      consumers: [HALF],
      leftOver: 0.5,
      processes: processes(1, { requests: REQUESTS / 2 }),
    });
    expect(ratio.mean).toBeGreaterThan(0.92);
    expect(throttledShare.mean).toBeLessThan(0.001);
  });

  it('three processes fill it, too', async () => {
    const { ratio, throttledShare } = await outcomeOf({
      consumers: [HALF],
      leftOver: 0.5,
      processes: processes(3, { requests: REQUESTS / 2 }),
    });
    expect(ratio.mean).toBeGreaterThan(0.82);
    expect(throttledShare.mean).toBeLessThan(0.001);
  });
});

describe('several processes that start at once', () => {
  it.each([2, 3, 4, 6, 8])('%d fill the limit together', async (count) => {
    const { ratio, throttledShare } = await outcomeOf({ processes: processes(count) });
    expect(ratio.mean).toBeGreaterThan(0.9);
    expect(throttledShare.mean).toBeLessThan(0.01);
  });

  it.each(Object.entries(latencies))('8 of them, %s: none starves', async (_, latency) => {
    const { ratio, throttledShare } = await outcomeOf({ processes: processes(8), latency });
    expect(ratio.mean).toBeGreaterThan(0.6);
    expect(throttledShare.mean).toBeLessThan(0.12);
  });

  it.each([2, 8])(
    '%d where windows do not roll: some are thrown back, none starves',
    async (count) => {
      const { ratio, throttledShare } = await outcomeOf({
        processes: processes(count),
        limit: limit(190, 'fixed'),
      });
      expect(ratio.mean).toBeGreaterThan(0.8);
      expect(throttledShare.mean).toBeLessThan(0.25);
    },
  );
});

it('processes that start within five seconds find room', async () => {
  const { ratio, throttledShare } = await outcomeOf({
    processes: processes(4).map((process, index) => ({
      ...process,
      startsAtMs: WINDOW_MS + index * 1_600,
    })),
  });
  expect(ratio.mean).toBeGreaterThan(0.7);
  expect(throttledShare.mean).toBeLessThan(0.02);
});
