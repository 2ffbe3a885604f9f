import type { Clock } from '../../../nodes/HubspotBatchUpsert/rateLimit/clock';
import { RateLimiter } from '../../../nodes/HubspotBatchUpsert/rateLimit/rateLimiter';
import type { SentRequest } from '../../../nodes/HubspotBatchUpsert/rateLimit/slidingWindow';
import type { HttpResult } from '../../../nodes/HubspotBatchUpsert/http/response';
import { decideRetry } from '../../../nodes/HubspotBatchUpsert/http/retryPolicy';
import { newMeter, type RateLimit } from '../../../sandbox/hubspot/limits/rateLimit';
import { seededRandom, type Random } from '../../../sandbox/hubspot/random';
import { consume, type Consumer } from './consumer';
import { hubspot, type Hubspot, type Trouble } from './hubspot';
import { stalling, type Stalls } from './stalls';
import { VirtualClock } from './virtualClock';

/** Traffic on one account: processes of ours, each with a rate limiter of its own, and others. */
export interface Traffic {
  seed: number;
  limit: RateLimit;
  latency: { minMs: number; maxMs: number };
  /** Longest way from a process to HubSpot, in ms. */
  transitMs: number;
  /** False where a gateway strips them. */
  hasHeaders: boolean;
  trouble: Trouble | undefined;
  /** Times in which HubSpot's side of the way, or each process, stands still. */
  stalls: { hubspot?: Stalls; process?: Stalls };
  processes: Process[];
  consumers: Consumer[];
}

/** A process of ours with one run, or with several executions side by side. */
export interface Process {
  executions: number;
  /** Of each execution. */
  requests: number;
  maxConcurrency: number;
  maxRetries: number;
  /** Part of the limit that its run may use. */
  share: number;
  startsAtMs: number;
}

export interface Course {
  processes: ProcessCourse[];
  foreignRequests: number;
  foreignThrottled: number;
}

/** What became of a process's requests. Times in ms from the start of the traffic. */
export interface ProcessCourse {
  endedAt: number;
  /** Repetitions included. */
  requests: number;
  throttled: number;
  /** When each request that was accepted was. */
  acceptedAt: number[];
  /** Requests that were never accepted, all repetitions used up. */
  failed: number;
  mostUnderWay: number;
}

const PATIENCE_MS = 300_000;

/** Runs the traffic in simulated time, until all processes are done. */
export async function simulate(traffic: Traffic): Promise<Course> {
  const clock = new VirtualClock();
  const random = seededRandom(traffic.seed, 1);
  const meter = newMeter(traffic.limit);
  const course: Course = { processes: [], foreignRequests: 0, foreignThrottled: 0 };
  const stop = new AbortController();
  // Fixed windows begin at some moment that no process knows.
  await clock.pass(random.int(0, traffic.limit.windowMs));
  const startsAt = clock.now();
  const { stalls } = traffic;
  const server = hubspot(traffic, meter, random, stalling(clock, stalls.hubspot, random));
  for (const consumer of traffic.consumers) {
    void consume(consumer, traffic.limit, meter, clock, course, stop.signal);
  }
  const runs = traffic.processes.map(async (process) => {
    await clock.sleep(process.startsAtMs);
    return await work(process, server, stalling(clock, stalls.process, random), startsAt, random);
  });
  course.processes = await clock.run(Promise.all(runs));
  stop.abort();
  return course;
}

/** One process: batch after batch, each made when the one before has left, as in the node. */
async function work(
  { executions, requests, maxConcurrency, maxRetries, share }: Process,
  server: Hubspot,
  clock: Clock,
  startsAt: number,
  random: Random,
): Promise<ProcessCourse> {
  const rateLimiter = new RateLimiter(clock);
  const course: ProcessCourse = {
    endedAt: 0,
    requests: 0,
    throttled: 0,
    acceptedAt: [],
    failed: 0,
    mostUnderWay: 0,
  };
  let underWay = 0;
  const attempt = async (permit: Promise<SentRequest>): Promise<HttpResult> => {
    const granted = await permit;
    course.requests += 1;
    underWay += 1;
    course.mostUnderWay = Math.max(course.mostUnderWay, underWay);
    // What stands still after it has granted a permit sends later than it thinks.
    await clock.sleep(0);
    const answer = await server();
    await clock.sleep(0);
    underWay -= 1;
    rateLimiter.learn(answer, granted);
    return answer;
  };
  const deliver = async (onAsked: (permit: Promise<unknown>) => void) => {
    for (let number = 1; ; number += 1) {
      const permit = rateLimiter.acquire(share, undefined);
      onAsked(permit);
      const answer = await attempt(permit);
      const status = answer.kind === 'response' ? answer.status : 0;
      if (status === 429) course.throttled += 1;
      if (status === 200) course.acceptedAt.push(clock.now() - startsAt);
      const rules = { maxRetries, patienceMs: PATIENCE_MS };
      const decision = decideRetry(answer, number, rules, random.int(0, 1000) / 1000);
      if (decision.do === 'stop') throw new Error(decision.reason);
      if (decision.do === 'accept') {
        if (status !== 200) course.failed += 1;
        return;
      }
      if (status !== 429) await clock.sleep(decision.afterMs);
    }
  };
  const execute = async () => {
    let asked: Promise<unknown> = Promise.resolve();
    const onAsked = (permit: Promise<unknown>) => {
      asked = permit;
    };
    await deliver(onAsked);
    let delivering = 0;
    let oneDone = () => {};
    for (let sent = 1; sent < requests; sent += 1) {
      delivering += 1;
      void deliver(onAsked).then(() => {
        delivering -= 1;
        oneDone();
      });
      await asked;
      while (delivering >= maxConcurrency) await new Promise<void>((done) => (oneDone = done));
    }
    while (delivering > 0) await new Promise<void>((done) => (oneDone = done));
  };
  await Promise.all(Array.from({ length: executions }, execute));
  course.endedAt = clock.now() - startsAt;
  return course;
}
