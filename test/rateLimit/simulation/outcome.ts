import { simulate, type Course, type ProcessCourse, type Traffic } from './simulate';

/** Traffic to look at, without its seed. */
export interface Scene extends Omit<Traffic, 'seed'> {
  /** Part of the limit that others leave over. */
  leftOver: number;
}

/** What came of one kind of traffic, over all seeds, which differ in every delay. */
export interface Outcome {
  /** The least time that the limit allows, divided by the time that it took. */
  ratio: Figure;
  /** 429s, of all requests on the account. */
  throttledShare: Figure;
  /** 429s of ours, of all our requests. */
  ours: Figure;
  /** Throughput of the slowest process by that of the fastest, until the first of them is done. */
  fairness: Figure;
  /** Requests that were never accepted. */
  failed: number;
  mostUnderWay: number;
  courses: Course[];
}

interface Figure {
  mean: number;
  worst: number;
}

const SEEDS = seeds(10);

export function seeds(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1);
}

export async function outcomeOf(scene: Scene, of: readonly number[] = SEEDS): Promise<Outcome> {
  const courses: Course[] = [];
  for (const seed of of) courses.push(await simulate({ ...scene, seed }));
  const startedAt = Math.min(...scene.processes.map(({ startsAtMs }) => startsAtMs));
  const least = leastMs(scene);
  const processes = courses.flatMap((course) => course.processes);
  return {
    ratio: lowest(courses.map((course) => least / (lastEnd(course) - startedAt))),
    throttledShare: highest(courses.map(throttledShare)),
    ours: highest(
      courses.map((course) =>
        throttledShare({ ...course, foreignRequests: 0, foreignThrottled: 0 }),
      ),
    ),
    fairness: lowest(courses.map(fairness)),
    failed: processes.reduce((sum, { failed }) => sum + failed, 0),
    mostUnderWay: Math.max(...processes.map(({ mostUnderWay }) => mostUnderWay)),
    courses,
  };
}

/** After how many windows of its own one process has so great a part of the other's throughput. */
export function windowsUntil(
  part: number,
  one: ProcessCourse,
  other: ProcessCourse,
  { startsAtMs, windowMs }: { startsAtMs: number; windowMs: number },
): number {
  const within = ({ acceptedAt }: ProcessCourse, window: number) => {
    const from = startsAtMs + window * windowMs;
    return acceptedAt.filter((at) => at >= from && at < from + windowMs).length;
  };
  let window = 0;
  while (window < 25 && within(one, window) < part * within(other, window)) window += 1;
  return window;
}

export function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function leastMs({ limit: { perWindow, windowMs }, processes, latency, leftOver }: Scene): number {
  const requests = processes.reduce((sum, process) => sum + requestsOf(process), 0);
  const windows = Math.ceil(requests / (perWindow * leftOver));
  return (windows - 1) * windowMs + (latency.minMs + latency.maxMs) / 2;
}

function requestsOf({ executions, requests }: Scene['processes'][number]): number {
  return executions * requests;
}

function lastEnd({ processes }: Course): number {
  return Math.max(...processes.map(({ endedAt }) => endedAt));
}

function throttledShare({ processes, foreignRequests, foreignThrottled }: Course): number {
  const requests = processes.reduce((sum, process) => sum + process.requests, foreignRequests);
  return processes.reduce((sum, { throttled }) => sum + throttled, foreignThrottled) / requests;
}

function fairness({ processes }: Course): number {
  const until = Math.min(...processes.map(({ endedAt }) => endedAt));
  const accepted = processes.map(({ acceptedAt }) => acceptedAt.filter((at) => at <= until).length);
  return Math.min(...accepted) / Math.max(...accepted);
}

function lowest(numbers: number[]): Figure {
  return { mean: mean(numbers), worst: Math.min(...numbers) };
}

function highest(numbers: number[]): Figure {
  return { mean: mean(numbers), worst: Math.max(...numbers) };
}
