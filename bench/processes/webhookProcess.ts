import { setTimeout as pause } from 'node:timers/promises';
import { webhookCalls, type WebhookCall, type WebhookWay } from '../ways/webhookCalls';
import type { Told } from '../ways/way';
import { answerQuestions } from './conversation';
import type { Address } from './sandboxProcess';

export interface WebhookJob extends Address {
  /** Of the same account, with a rate limit of its own. */
  warmUpKey: string;
  way: WebhookWay;
  builtPackage: string;
  calls: number;
  /** Undefined: all at once. */
  perSecond: number | undefined;
}

/** What came of the calls, each with the time that it took, in ms. */
export interface WebhookRun {
  /** From the first call to the last end. */
  milliseconds: number;
  took: number[];
  /** What each call was told of its record. */
  told: Told[];
}

/** Calls before anything is measured, until all is loaded and compiled. */
const WARM_UP = 20;

export type WebhookQuestion = { do: 'warmUp'; job: WebhookJob } | { do: 'run' };
export type WebhookReply = { run?: WebhookRun };

let run: (() => Promise<WebhookRun>) | undefined;

answerQuestions<WebhookQuestion, WebhookReply>(async (question) => {
  if (question.do === 'warmUp') {
    const { way, builtPackage, calls, perSecond, baseUrl, serviceKey, warmUpKey } = question.job;
    const warmUp = await webhookCalls(way, builtPackage, { baseUrl, serviceKey: warmUpKey });
    for (let index = 0; index < WARM_UP; index += 1) await warmUp(calls + index);
    const call = await webhookCalls(way, builtPackage, { baseUrl, serviceKey });
    run = async () => await makeCalls(call, calls, perSecond);
    return {};
  }
  if (run === undefined) throw new Error('There was nothing prepared');
  return { run: await run() };
});

async function makeCalls(
  call: WebhookCall,
  calls: number,
  perSecond: number | undefined,
): Promise<WebhookRun> {
  const startedAt = performance.now();
  const ends = Array.from({ length: calls }, async (_, index) => {
    if (perSecond) await pause((index * 1_000) / perSecond);
    const calledAt = performance.now();
    const told = await call(index);
    return { told, took: performance.now() - calledAt };
  });
  const all = await Promise.all(ends);
  return {
    milliseconds: performance.now() - startedAt,
    took: all.map(({ took }) => took),
    told: all.map(({ told }) => told),
  };
}
