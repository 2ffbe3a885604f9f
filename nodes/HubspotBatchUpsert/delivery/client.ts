import { sleep, type IDataObject } from 'n8n-workflow';
import {
  associatePath,
  associationLabelsPath,
  associationsReadPath,
  batchReadPath,
  batchUpsertPath,
  MAX_OWNERS,
  ownersPath,
  pipelinesPath,
  propertiesPath,
} from '../hubspot/endpoints';
import { meaningOf } from '../hubspot/statuses';
import type { AssociationInput, ObjectTypePair, UpsertInput } from '../hubspot/types';
import { sendRequest, type Connection, type HubspotRequest } from '../http/request';
import type { HttpResult } from '../http/response';
import { decide } from '../http/retryPolicy';
import type { Fault } from '../model/fault';
import type { Settings } from '../model/settings';
import { OutOfPatience } from '../rateLimit/outOfPatience';
import type { Permit, RateLimiter } from '../rateLimit/rateLimiter';
import { RequestSlots } from './requestSlots';
import type { Run } from './run';

/** What came of a request and its retries. */
interface Delivery {
  /** The last result; undefined where the run had ended before anything was sent. */
  result: HttpResult | undefined;
  /** Did any attempt end so that HubSpot may have done the work without saying so? */
  isOutcomeUnknown: boolean;
}

/** HubSpot's API as this node uses it: one method for each endpoint. */
export interface HubspotClient {
  /** @param after Where a page begins; undefined stands for the first one. */
  properties: (objectType: string, dataSensitivity?: string, after?: string) => Promise<Delivery>;
  /** @param areArchived Asks for those who are no owners any more, and for no others. */
  owners: (areArchived: boolean, after?: string) => Promise<Delivery>;
  pipelines: (objectType: string) => Promise<Delivery>;
  upsert: (objectType: string, inputs: readonly UpsertInput[]) => Promise<Delivery>;
  /** Also after the run has ended, to find out what it wrote; not once its user has cancelled it. */
  read: (objectType: string, query: ReadQuery) => Promise<Delivery>;
  /** @param inputs All of them name types, or none does: these get the default association. */
  associate: (types: ObjectTypePair, inputs: readonly AssociationInput[]) => Promise<Delivery>;
  /** As `read`, of what records are associated with. */
  readAssociations: (types: ObjectTypePair, from: readonly ReadFrom[]) => Promise<Delivery>;
  associationLabels: (types: ObjectTypePair) => Promise<Delivery>;
  /** Resolves when every request of the run that waits for its permit has left. */
  allSent: () => Promise<void>;
}

interface ReadQuery {
  /** Left out: the ids are record ids. */
  idProperty?: string;
  ids: readonly string[];
  properties: readonly string[];
}

/** One record, or where the next page of its associations begins. */
export interface ReadFrom {
  id: string;
  after?: string;
}

type ClientSettings = Pick<
  Settings,
  'apiVersion' | 'maxConcurrency' | 'maxRetries' | 'patienceMs' | 'rateLimitShare' | 'timeoutMs'
>;

type Unpaced = Omit<HubspotRequest, 'timeoutMs'>;

/** Requests that are paced, retried as the policy says, and counted in the run. */
export function createClient(
  connection: Connection,
  rateLimiter: RateLimiter,
  settings: ClientSettings,
  run: Run,
): HubspotClient {
  let lastAsked: Promise<unknown> = Promise.resolve();
  const slots = new RequestSlots(settings.maxConcurrency);

  /** Undefined where the signal was aborted before there was a permit. */
  const permitUnless = async (ended: AbortSignal | undefined): Promise<Permit | undefined> => {
    const { rateLimitShare, patienceMs } = settings;
    const asking = slots
      .take()
      .then(() => rateLimiter.acquire(rateLimitShare, ended && follower(ended), patienceMs))
      .catch((reason) => {
        if (reason instanceof OutOfPatience) run.stop(limitReached(reason.message));
        return undefined;
      });
    lastAsked = asking;
    const permit = await asking;
    if (permit !== undefined && !ended?.aborted) return permit;
    if (permit !== undefined) rateLimiter.release(permit);
    slots.giveBack();
    return undefined;
  };

  /**
   * @param ended Aborted where the request is not to be sent any more; that the run has ended only
   *   keeps it from being retried.
   */
  const deliver = async (request: Unpaced, ended: AbortSignal | undefined): Promise<Delivery> => {
    const delivery: Delivery = { result: undefined, isOutcomeUnknown: false };
    for (let attempt = 1; ; attempt += 1) {
      const permit = await permitUnless(attempt === 1 ? ended : run.endSignal);
      if (permit === undefined) return delivery;
      if (attempt > 1) run.traffic.retried += 1;
      run.traffic.requests += 1;
      const result = inARow(
        delivery.result,
        await sendRequest(connection, { ...request, timeoutMs: settings.timeoutMs }),
      );
      slots.giveBack();
      rateLimiter.learn(result, permit);
      delivery.result = result;
      delivery.isOutcomeUnknown ||= isOutcomeUnknown(result);
      const decision = decide(result, attempt, settings, Math.random());
      if (decision.do === 'accept') return delivery;
      if (decision.do === 'stop') {
        run.stop(limitReached(decision.reason));
        return delivery;
      }
      if (!isRateLimited(result))
        await sleep(decision.afterMs, follower(run.endSignal)).catch(() => undefined);
    }
  };

  const sendUnless = async (ended: AbortSignal | undefined, request: Unpaced) =>
    await rateLimiter.inUse(() => deliver(request, ended));

  return {
    allSent: async () => void (await lastAsked),
    properties: (objectType, dataSensitivity, after) =>
      sendUnless(run.endSignal, {
        method: 'GET',
        path: propertiesPath(objectType),
        query: { dataSensitivity, after },
      }),
    owners: (areArchived, after) =>
      sendUnless(run.endSignal, {
        method: 'GET',
        path: ownersPath(settings.apiVersion),
        query: { limit: MAX_OWNERS, archived: areArchived, after },
      }),
    pipelines: (objectType) =>
      sendUnless(run.endSignal, {
        method: 'GET',
        path: pipelinesPath(settings.apiVersion, objectType),
      }),
    upsert: (objectType, inputs) =>
      sendUnless(run.endSignal, {
        method: 'POST',
        path: batchUpsertPath(settings.apiVersion, objectType),
        body: { inputs: inputs as unknown as IDataObject[] },
      }),
    read: (objectType, { idProperty, ids, properties }) =>
      sendUnless(run.cancelSignal, {
        method: 'POST',
        path: batchReadPath(settings.apiVersion, objectType),
        body: {
          idProperty,
          inputs: ids.map((id) => ({ id })),
          properties: [...properties],
          propertiesWithHistory: [],
        },
      }),
    associate: (types, inputs) =>
      sendUnless(run.endSignal, {
        method: 'POST',
        path: associatePath(settings.apiVersion, types, inputs[0]?.types === undefined),
        body: { inputs: inputs as unknown as IDataObject[] },
      }),
    readAssociations: (types, from) =>
      sendUnless(run.cancelSignal, {
        method: 'POST',
        path: associationsReadPath(settings.apiVersion, types),
        body: { inputs: from.map((each) => ({ ...each })) },
      }),
    associationLabels: (types) =>
      sendUnless(run.endSignal, {
        method: 'GET',
        path: associationLabelsPath(settings.apiVersion, types),
      }),
  };
}

/** Aborted with the signal. Node takes it for a leak where more than ten listen to the same one. */
function follower(signal: AbortSignal): AbortSignal {
  return AbortSignal.any([signal]);
}

/** The answer to a retry, which tells how often the same one has come before. */
function inARow(before: HttpResult | undefined, result: HttpResult): HttpResult {
  if (before?.kind !== 'response' || result.kind !== 'response') return result;
  return before.status === result.status
    ? { ...result, timesInARow: before.timesInARow + 1 }
    : result;
}

/** A 429 is waited for by all who share the account, which is the rate limiter's business. */
function isRateLimited(result: HttpResult): boolean {
  return result.kind === 'response' && result.status === 429;
}

function isOutcomeUnknown(result: HttpResult): boolean {
  if (result.kind === 'noResponse') return result.sent;
  return result.kind === 'response' && meaningOf(result.status).isOutcomeUnknown === true;
}

function limitReached(reason: string): Fault {
  return {
    scope: 'run',
    title: `The run stopped because ${reason}`,
    advice: 'Run the items of the Error output again later.',
    retryable: true,
    throws: false,
  };
}
