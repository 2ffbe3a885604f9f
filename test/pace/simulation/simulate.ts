import { sleep } from 'n8n-workflow';
import { Pacer } from '../../../nodes/HubspotBatchUpsert/pace/pacer';
import type { Answer } from '../../../nodes/HubspotBatchUpsert/send/answer';
import { decide } from '../../../nodes/HubspotBatchUpsert/send/retryPolicy';
import {
  countArrival,
  newMeter,
  type Meter,
  type RateLimit,
} from '../../../sandbox/hubspot/limits/rateLimit';
import { rateLimitHeaders } from '../../../sandbox/hubspot/limits/rateLimitHeaders';
import { seededRandom, type Random } from '../../../sandbox/hubspot/random';

/** Traffic on one account: processes of ours, each with a pacer of its own, and a consumer. */
export interface Traffic {
  seed: number;
  limit: RateLimit;
  processes: number;
  /** For each process. */
  requests: number;
  maxConcurrency: number;
  latency: { minMs: number; maxMs: number };
  /** Longest way from a process to HubSpot, in ms. */
  transitMs: number;
  /** Part of the limit that somebody else uses, at a constant rate, from a window before. */
  foreignShare: number;
  /** Longest delay of a process's start. */
  startWithinMs: number;
}

export interface Course {
  /** From the first start to the last answer. */
  milliseconds: number;
  /** Of all processes, repetitions included. */
  requests: number;
  throttled: number;
  foreignRequests: number;
  foreignThrottled: number;
  mostUnderWay: number;
}

const RULES = { maxRetries: 20, patienceMs: 300_000 };

/** Runs the traffic in simulated time: the caller has put fake timers in the clock's place. */
export async function simulate(traffic: Traffic): Promise<Course> {
  const random = seededRandom(traffic.seed, 1);
  const meter = newMeter(traffic.limit);
  const course: Course = {
    milliseconds: 0,
    requests: 0,
    throttled: 0,
    foreignRequests: 0,
    foreignThrottled: 0,
    mostUnderWay: 0,
  };
  const stop = new AbortController();
  if (traffic.foreignShare > 0) void consume(traffic, meter, course, stop.signal);
  await sleep(traffic.limit.windowMs + random.int(0, traffic.limit.windowMs));

  const startedAt = Date.now();
  const ends = await Promise.all(
    Array.from({ length: traffic.processes }, async () => {
      await sleep(random.int(0, traffic.startWithinMs));
      await work(traffic, meter, random, course);
      return Date.now() - startedAt;
    }),
  );
  stop.abort();
  course.milliseconds = Math.max(...ends);
  return course;
}

/** One process: as many workers as may have a request under way, as in the node. */
async function work(traffic: Traffic, meter: Meter, random: Random, course: Course): Promise<void> {
  const pacer = new Pacer();
  let underWay = 0;
  const send = async (): Promise<Answer> => {
    course.requests += 1;
    underWay += 1;
    course.mostUnderWay = Math.max(course.mostUnderWay, underWay);
    await sleep(random.int(0, traffic.transitMs));
    const standing = countArrival(meter, Date.now());
    const isThrottled = standing.refusedBy !== null;
    if (isThrottled) course.throttled += 1;
    const { minMs, maxMs } = traffic.latency;
    await sleep(isThrottled ? minMs : random.int(minMs, maxMs));
    underWay -= 1;
    const headers = Object.entries(rateLimitHeaders(standing));
    return {
      kind: 'answered',
      status: isThrottled ? 429 : 200,
      headers: Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
      json: isThrottled ? { policyName: standing.refusedBy } : {},
      text: '',
    };
  };
  const deliver = async () => {
    for (let attempt = 1; ; attempt += 1) {
      const turn = await pacer.turn(1, undefined);
      const answer = await send();
      pacer.learn(answer, turn);
      const decision = decide(answer, attempt, RULES, random.int(0, 1000) / 1000);
      if (decision.do === 'accept') return;
      if (decision.do === 'stop') throw new Error(decision.reason);
      await sleep(decision.afterMs);
    }
  };
  await deliver();
  let left = traffic.requests - 1;
  await Promise.all(
    Array.from({ length: traffic.maxConcurrency }, async () => {
      while (left > 0) {
        left -= 1;
        await deliver();
      }
    }),
  );
}

async function consume(
  { limit, foreignShare }: Traffic,
  meter: Meter,
  course: Course,
  stopped: AbortSignal,
): Promise<void> {
  const pauseMs = limit.windowMs / (limit.perWindow * foreignShare);
  while (!stopped.aborted) {
    course.foreignRequests += 1;
    if (countArrival(meter, Date.now()).refusedBy !== null) course.foreignThrottled += 1;
    await sleep(Math.round(pauseMs));
  }
}
