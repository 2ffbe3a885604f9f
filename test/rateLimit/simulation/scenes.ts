import type { RateLimit } from '../../../sandbox/hubspot/limits/rateLimit';
import type { Scene } from './outcome';
import type { Process } from './simulate';

export const REQUESTS = 1_000;
export const WINDOW_MS = 10_000;

export const latencies = {
  quick: { minMs: 50, maxMs: 80 },
  usual: { minMs: 300, maxMs: 800 },
  slow: { minMs: 4_000, maxMs: 5_000 },
};

/** Somebody else who takes half of the limit, evenly. */
export const HALF = { share: 0.5, manner: 'steady', fromMs: 0, untilMs: Infinity } as const;

/** One process alone at the usual limit; or what differs from that. */
export function scene(more: Partial<Scene> = {}): Scene {
  return {
    limit: limit(190),
    latency: latencies.usual,
    transitMs: 5,
    hasHeaders: true,
    trouble: undefined,
    stalls: {},
    processes: processes(1),
    consumers: [],
    leftOver: 1,
    ...more,
  };
}

export function limit(perWindow: number, kind: RateLimit['kind'] = 'rolling'): RateLimit {
  return { perWindow, windowMs: WINDOW_MS, daily: null, kind };
}

/** So many processes that share the requests out; they start together. */
export function processes(
  count: number,
  { requests = REQUESTS, ...more }: Partial<Process> = {},
): Process[] {
  return Array.from({ length: count }, () => ({
    executions: 1,
    requests: Math.ceil(requests / count) + 1,
    maxConcurrency: 100,
    maxRetries: 5,
    share: 1,
    startsAtMs: WINDOW_MS,
    ...more,
  }));
}

/** Processes with many executions at once, each of which reads definitions and writes one batch. */
export function shortExecutions(count: number, executions: number): Process[] {
  return processes(count).map((process) => ({ ...process, executions, requests: 2 }));
}

/** One that fills the limit, and one that starts three windows later. */
export function latecomer(perWindow: number, requests: number, windows: number): Process[] {
  const [first] = processes(1) as [Process];
  return [
    { ...first, requests: windows * perWindow, startsAtMs: 0 },
    { ...first, requests, startsAtMs: 3 * WINDOW_MS + 2_000 },
  ];
}
