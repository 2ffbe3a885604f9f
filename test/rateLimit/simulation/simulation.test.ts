import type { RateLimit } from '../../../sandbox/hubspot/limits/rateLimit';
import { simulate, type Course, type Process, type ProcessCourse, type Traffic } from './simulate';

/** A few show most; SIMULATION_SEEDS asks for more. */
const SEED_COUNT = Number(process.env.SIMULATION_SEEDS ?? 3);
const SEEDS = Array.from({ length: SEED_COUNT }, (_, index) => index + 1);
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
  /** 429s of ours, of all our requests. */
  ours: Figure;
  mostUnderWay: number;
  courses: Course[];
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

async function outcomeOf({ leftOver = 1, ...scene }: Scene, seeds = SEEDS): Promise<Outcome> {
  const traffic = { ...QUIET, ...scene };
  const courses: Course[] = [];
  for (const seed of seeds) courses.push(await simulate({ ...traffic, seed }));
  for (const { processes } of courses) {
    for (const { failed } of processes) expect(failed).toBe(0);
  }
  const startedAt = Math.min(...traffic.processes.map(({ startsAtMs }) => startsAtMs));
  const least = leastMs(traffic, leftOver);
  const ratios = courses.map(({ processes }) => least / (lastEnd(processes) - startedAt));
  const throttled = courses.map(throttledShare);
  const ours = courses.map((course) =>
    throttledShare({ ...course, foreignRequests: 0, foreignThrottled: 0 }),
  );
  return {
    ratio: { mean: mean(ratios), worst: Math.min(...ratios) },
    throttledShare: { mean: mean(throttled), worst: Math.max(...throttled) },
    ours: { mean: mean(ours), worst: Math.max(...ours) },
    courses,
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
      expect(ratio.worst).toBeGreaterThan(0.955);
    },
  );

  it('no more under way than it takes at a small latency', async () => {
    const outcome = await outcomeOf({ latency: latencies.quick, limit: limit(190, kind) });
    expect(outcome.throttledShare.worst).toBe(0);
    expect(outcome.ratio.worst).toBeGreaterThan(0.975);
    expect(outcome.mostUnderWay).toBeLessThan(20);
  });

  it('as many as it takes at a large latency', async () => {
    const outcome = await outcomeOf({
      latency: latencies.slow,
      processes: processes(1, { maxConcurrency: 250 }),
      limit: limit(190, kind),
    });
    expect(outcome.throttledShare.worst).toBe(0);
    expect(outcome.ratio.worst).toBeGreaterThan(0.83);
  });

  it('a way of up to 50 ms leads to no 429', async () => {
    const outcome = await outcomeOf({ transitMs: 50, limit: limit(190, kind) });
    expect(outcome.throttledShare.worst).toBe(0);
    expect(outcome.ratio.worst).toBeGreaterThan(0.8);
  });
});

it('a run that may use half fills its half', async () => {
  const { ratio, throttledShare } = await outcomeOf({
    processes: processes(1, { share: 0.5, requests: REQUESTS / 2 }),
    leftOver: 0.5,
  });
  expect(throttledShare.worst).toBe(0);
  expect(ratio.worst).toBeGreaterThan(0.96);
});

describe('beside a consumer that takes half of the limit', () => {
  const half = { consumers: [HALF], leftOver: 0.5 };

  it.each([5, 50])('fills the other half, %d ms away', async (transitMs) => {
    const { ratio, throttledShare } = await outcomeOf({
      ...half,
      transitMs,
      processes: processes(1, { requests: REQUESTS / 2 }),
    });
    expect(ratio.mean).toBeGreaterThan(0.92);
    expect(ratio.worst).toBeGreaterThan(0.9);
    expect(throttledShare.worst).toBeLessThan(0.01);
  });

  it('three processes fill it, too', async () => {
    const { ratio, throttledShare } = await outcomeOf({
      ...half,
      processes: processes(3, { requests: REQUESTS / 2 }),
    });
    expect(ratio.mean).toBeGreaterThan(0.88);
    expect(ratio.worst).toBeGreaterThan(0.82);
    expect(throttledShare.mean).toBeLessThan(0.001);
  });

  it('gives way where it comes in the middle, and takes all when it has gone', async () => {
    const { ratio, ours } = await outcomeOf({
      processes: processes(1, { requests: 2 * REQUESTS }),
      consumers: [{ ...HALF, fromMs: 35_000, untilMs: 75_000 }],
    });
    expect(ours.worst).toBeLessThan(0.02);
    // It has the whole limit for all but four windows of the eleven that it takes alone.
    expect(ratio.worst).toBeGreaterThan(0.78);
  });
});

it('beside one that takes a quarter in a heap at the beginning of each window', async () => {
  const { ratio, throttledShare } = await outcomeOf({
    processes: processes(1, { requests: REQUESTS * 0.75 }),
    consumers: [{ ...HALF, share: 0.25, manner: 'burst' }],
    leftOver: 0.75,
  });
  expect(ratio.worst).toBeGreaterThan(0.83);
  expect(throttledShare.worst).toBeLessThan(0.01);
});

it('beside one that takes all that it can, for a while: goes on, and takes all afterwards', async () => {
  const { ratio, ours } = await outcomeOf({
    consumers: [{ share: 1, manner: 'greedy', fromMs: 30_000, untilMs: 90_000 }],
  });
  expect(ours.worst).toBeLessThan(0.08);
  expect(ratio.worst).toBeGreaterThan(0.45);
});

describe('several processes that start at once', () => {
  it('8 of them: whoever is left last sees in time that the others have gone', async () => {
    const seeds = Array.from({ length: 6 * SEED_COUNT }, (_, index) => index + 1);
    const { ratio, throttledShare } = await outcomeOf({ processes: processes(8) }, seeds);
    expect(ratio.worst).toBeGreaterThanOrEqual(0.89);
    expect(throttledShare.mean).toBeLessThan(0.005);
  });

  it.each([2, 3, 4, 6, 8])('%d fill the limit together', async (count) => {
    const { ratio, throttledShare } = await outcomeOf({ processes: processes(count) });
    expect(ratio.mean).toBeGreaterThan(0.9);
    expect(ratio.worst).toBeGreaterThan(0.78);
    expect(throttledShare.mean).toBeLessThan(0.01);
    expect(throttledShare.worst).toBeLessThan(0.05);
  });

  it('8 of them, 50 ms away', async () => {
    const outcome = await outcomeOf({ processes: processes(8), transitMs: 50 });
    expect(outcome.ratio.mean).toBeGreaterThan(0.88);
    expect(outcome.throttledShare.mean).toBeLessThan(0.01);
  });

  it.each(Object.entries(latencies))('8 of them, %s: none starves', async (_, latency) => {
    const { ratio, throttledShare } = await outcomeOf({ processes: processes(8), latency });
    expect(ratio.mean).toBeGreaterThan(0.65);
    expect(throttledShare.worst).toBeLessThan(0.12);
  });

  it.each([2, 8])(
    '%d where windows do not roll: some are thrown back, none starves',
    async (count) => {
      const { ratio, throttledShare } = await outcomeOf({
        // Where all begin anew at once, five repetitions can be too few.
        processes: processes(count, { maxRetries: 8 }),
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
  expect(ratio.mean).toBeGreaterThan(0.75);
  expect(throttledShare.worst).toBeLessThan(0.05);
});

describe('a process that starts three windows after one that fills the limit', () => {
  const [first] = processes(1, { requests: 24 * 190, startsAtMs: 0 }) as [Process];
  const latecomer = { ...first, requests: 400, startsAtMs: 3 * WINDOW_MS + 2_000 };
  const scene = { processes: [first, latecomer] };

  it('has a quarter of its throughput before long, and none of its requests fails', async () => {
    const { courses, throttledShare } = await outcomeOf(scene);
    const windows = courses.map(({ processes: [one, other] }) => windowsUntil(one!, other!, 1 / 4));
    expect(mean(windows)).toBeLessThan(12);
    expect(Math.max(...windows)).toBeLessThan(20);
    expect(throttledShare.worst).toBeLessThan(0.01);
  });

  it.each<[string, Scene]>([
    ['at 110 requests a window', { limit: limit(110) }],
    ['where windows do not roll', { limit: limit(190, 'fixed') }],
    ['far away and slow', { transitMs: 50, latency: latencies.slow }],
  ])('none of its requests fails %s', async (_, more) => {
    const processes = [
      { ...first, requests: 14 * 190 },
      { ...latecomer, requests: 200 },
    ];
    const { throttledShare } = await outcomeOf({ ...scene, processes, ...more });
    expect(throttledShare.worst).toBeLessThan(0.06);
  });

  function windowsUntil(one: ProcessCourse, other: ProcessCourse, part: number): number {
    const within = ({ acceptedAt }: ProcessCourse, window: number) => {
      const from = latecomer.startsAtMs + window * WINDOW_MS;
      return acceptedAt.filter((at) => at >= from && at < from + WINDOW_MS).length;
    };
    let window = 0;
    while (window < 25 && within(other, window) < part * within(one, window)) window += 1;
    return window;
  }
});

describe('behind a gateway that strips the headers, at the lowest limit', () => {
  const blind = { hasHeaders: false, limit: limit(100) };

  it('one is never thrown back', async () => {
    const { ratio, throttledShare } = await outcomeOf(blind);
    expect(throttledShare.worst).toBe(0);
    expect(ratio.worst).toBeGreaterThan(0.97);
  });

  it('two come to rest with few 429s', async () => {
    const { ratio, throttledShare } = await outcomeOf({
      ...blind,
      processes: processes(2, { requests: 2 * REQUESTS }),
    });
    expect(throttledShare.worst).toBeLessThan(0.05);
    expect(ratio.worst).toBeGreaterThan(0.9);
  });
});

it.each([423, 503])(
  'goes on after a time in which HubSpot answers half with %d',
  async (status) => {
    const { ratio, throttledShare } = await outcomeOf({
      processes: processes(2, { maxRetries: 8 }),
      trouble: { status, rate: 0.5, fromMs: 30_000, untilMs: 50_000 },
    });
    expect(throttledShare.worst).toBeLessThan(0.03);
    expect(ratio.worst).toBeGreaterThan(0.55);
  },
);
