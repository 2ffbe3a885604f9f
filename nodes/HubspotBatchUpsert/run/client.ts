import { sleep, type IDataObject } from 'n8n-workflow';
import {
  batchReadPath,
  batchUpsertPath,
  propertiesPath,
  type ApiVersion,
} from '../hubspot/endpoints';
import type { UpsertInput } from '../hubspot/shapes';
import { AMBIGUOUS } from '../hubspot/statuses';
import type { Answer } from '../send/answer';
import type { Pacer } from '../pace/pacer';
import { sendRequest, type Connection, type HubspotRequest } from '../send/request';
import { decide, type RetryRules } from '../send/retryPolicy';
import type { RunState } from './runState';

/** What came of a request and its repetitions. */
export interface Delivery {
  /** The last answer; undefined where the run had ended before anything was sent. */
  answer: Answer | undefined;
  /** Did any attempt leave? */
  attempted: boolean;
  /** Did any attempt end so that HubSpot may have done the work without saying so? */
  ambiguous: boolean;
}

/** HubSpot's API as this node uses it: one method for each endpoint. */
export interface HubspotClient {
  properties: (objectType: string, dataSensitivity?: string) => Promise<Delivery>;
  upsert: (objectType: string, inputs: readonly UpsertInput[]) => Promise<Delivery>;
  read: (objectType: string, query: ReadQuery) => Promise<Delivery>;
  /** Resolves when every request that waits for its turn has left. */
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

/** Requests that are paced, repeated as the policy says, and counted in the run. */
export function createClient(
  connection: Connection,
  pacer: Pacer,
  rules: ClientRules,
  run: RunState,
): HubspotClient {
  const deliver = async (request: Omit<HubspotRequest, 'timeoutMs'>): Promise<Delivery> => {
    const delivery: Delivery = { answer: undefined, attempted: false, ambiguous: false };
    for (let attempt = 1; ; attempt += 1) {
      const turn = await runsOn(() => pacer.turn(rules.rateLimitShare, run.cancelSignal));
      if (turn === undefined) return delivery;
      if (attempt > 1) run.retried += 1;
      run.requests += 1;
      const answer = await sendRequest(connection, { ...request, timeoutMs: rules.timeoutMs });
      pacer.learn(answer, turn);
      delivery.answer = answer;
      delivery.attempted ||= leftTheNode(answer);
      delivery.ambiguous ||= mayHaveWritten(answer);
      const decision = decide(answer, attempt, rules, Math.random());
      if (decision.do === 'accept') return delivery;
      if (decision.do === 'stop') {
        run.report(limitReached(decision.reason), '');
        return delivery;
      }
      if (!(await runsOn(() => sleep(decision.afterMs, run.cancelSignal).then(() => true)))) {
        return delivery;
      }
    }
  };

  /** What was waited for; undefined where the run has ended meanwhile. A cancelled wait ends early. */
  const runsOn = async <Result>(wait: () => Promise<Result>): Promise<Result | undefined> => {
    if (run.ended) return undefined;
    const result = await wait().catch(() => undefined);
    return run.ended ? undefined : result;
  };

  return {
    departures: () => pacer.departures(rules.rateLimitShare),
    properties: (objectType, dataSensitivity) =>
      deliver({ method: 'GET', path: propertiesPath(objectType), query: { dataSensitivity } }),
    upsert: (objectType, inputs) =>
      deliver({
        method: 'POST',
        path: batchUpsertPath(rules.apiVersion, objectType),
        body: { inputs: inputs as unknown as IDataObject[] },
      }),
    read: (objectType, { idProperty, ids, properties }) =>
      deliver({
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

function leftTheNode(answer: Answer): boolean {
  return answer.kind === 'answered' || answer.sent;
}

function mayHaveWritten(answer: Answer): boolean {
  if (answer.kind === 'unanswered') return answer.sent;
  return answer.kind === 'answered' && AMBIGUOUS.has(answer.status);
}

function limitReached(reason: string): Parameters<RunState['report']>[0] {
  return {
    scope: 'run',
    title: `The run stopped because ${reason}`,
    advice: 'Run the items of the Error output again later.',
    retryable: true,
    throws: false,
  };
}
