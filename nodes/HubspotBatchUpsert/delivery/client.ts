import { sleep, type IDataObject } from 'n8n-workflow';
import {
  batchReadPath,
  batchUpsertPath,
  propertiesPath,
  type ApiVersion,
} from '../hubspot/endpoints';
import type { UpsertInput } from '../hubspot/types';
import { OUTCOME_UNKNOWN } from '../hubspot/statuses';
import type { HttpResult } from '../http/response';
import type { RateLimiter, Turn } from '../rateLimit/rateLimiter';
import { sendRequest, type Connection, type HubspotRequest } from '../http/request';
import { decide, type RetryRules } from '../http/retryPolicy';
import type { Run } from './run';

/** What came of a request and its repetitions. */
export interface Delivery {
  /** The last answer; undefined where the run had ended before anything was sent. */
  answer: HttpResult | undefined;
  /** Did any attempt leave? */
  attempted: boolean;
  /** Did any attempt end so that HubSpot may have done the work without saying so? */
  ambiguous: boolean;
}

/** HubSpot's API as this node uses it: one method for each endpoint. */
export interface HubspotClient {
  properties: (objectType: string, dataSensitivity?: string) => Promise<Delivery>;
  upsert: (objectType: string, inputs: readonly UpsertInput[]) => Promise<Delivery>;
  /** Also after the run has ended, to find out what it wrote; not once its user has cancelled it. */
  read: (objectType: string, query: ReadQuery) => Promise<Delivery>;
  /** Resolves when every request of the run that waits for its turn has left. */
  departures: () => Promise<void>;
}

export interface ReadQuery {
  idProperty: string;
  ids: readonly string[];
  properties: readonly string[];
}

export interface ClientRules extends RetryRules {
  apiVersion: ApiVersion;
  timeoutMs: number;
  /** Part of the account's rate limit that may be used, above 0 and at most 1. */
  rateLimitShare: number;
}

type Unpaced = Omit<HubspotRequest, 'timeoutMs'>;

/** Requests that are paced, repeated as the policy says, and counted in the run. */
export function createClient(
  connection: Connection,
  rateLimiter: RateLimiter,
  rules: ClientRules,
  run: Run,
): HubspotClient {
  let asked: Promise<unknown> = Promise.resolve();

  /** Undefined where the signal was aborted before the turn came. */
  const turnUnless = async (ended: AbortSignal | undefined): Promise<Turn | undefined> => {
    const asking = rateLimiter
      .turn(rules.rateLimitShare, ended && follower(ended))
      .catch(() => undefined);
    asked = asking;
    const turn = await asking;
    if (turn === undefined || !ended?.aborted) return turn;
    rateLimiter.release(turn);
    return undefined;
  };

  /**
   * @param ended Aborted where the request is not to be sent any more; that the run has ended only
   *   keeps it from being repeated.
   */
  const deliver = async (request: Unpaced, ended: AbortSignal | undefined): Promise<Delivery> => {
    const delivery: Delivery = { answer: undefined, attempted: false, ambiguous: false };
    for (let attempt = 1; ; attempt += 1) {
      const turn = await turnUnless(attempt === 1 ? ended : run.endSignal);
      if (turn === undefined) return delivery;
      if (attempt > 1) run.retried += 1;
      run.requests += 1;
      const answer = await sendRequest(connection, { ...request, timeoutMs: rules.timeoutMs });
      rateLimiter.learn(answer, turn, rules.patienceMs);
      delivery.answer = answer;
      delivery.attempted ||= leftTheNode(answer);
      delivery.ambiguous ||= mayHaveWritten(answer);
      const decision = decide(answer, attempt, rules, Math.random());
      if (decision.do === 'accept') return delivery;
      if (decision.do === 'stop') {
        run.report(limitReached(decision.reason), '');
        return delivery;
      }
      if (!isThrownBack(answer))
        await sleep(decision.afterMs, follower(run.endSignal)).catch(() => undefined);
    }
  };

  const sendUnless = async (ended: AbortSignal | undefined, request: Unpaced) =>
    await rateLimiter.inUse(() => deliver(request, ended));

  return {
    departures: async () => void (await asked),
    properties: (objectType, dataSensitivity) =>
      sendUnless(run.endSignal, {
        method: 'GET',
        path: propertiesPath(objectType),
        query: { dataSensitivity },
      }),
    upsert: (objectType, inputs) =>
      sendUnless(run.endSignal, {
        method: 'POST',
        path: batchUpsertPath(rules.apiVersion, objectType),
        body: { inputs: inputs as unknown as IDataObject[] },
      }),
    read: (objectType, { idProperty, ids, properties }) =>
      sendUnless(run.cancelSignal, {
        method: 'POST',
        path: batchReadPath(rules.apiVersion, objectType),
        body: {
          idProperty,
          inputs: ids.map((id) => ({ id })),
          properties: [...properties],
          propertiesWithHistory: [],
        },
      }),
  };
}

/** Aborted with the signal. Node takes it for a leak where more than ten listen to the same one. */
function follower(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal]);
}

/** A 429 is waited for by all who share the account, which is the rate limiter's business. */
function isThrownBack(answer: HttpResult): boolean {
  return answer.kind === 'response' && answer.status === 429;
}

function leftTheNode(answer: HttpResult): boolean {
  return answer.kind === 'response' || answer.sent;
}

function mayHaveWritten(answer: HttpResult): boolean {
  if (answer.kind === 'noResponse') return answer.sent;
  return answer.kind === 'response' && OUTCOME_UNKNOWN.has(answer.status);
}

function limitReached(reason: string): Parameters<Run['report']>[0] {
  return {
    scope: 'run',
    title: `The run stopped because ${reason}`,
    advice: 'Run the items of the Error output again later.',
    retryable: true,
    throws: false,
  };
}
