import { sleep } from 'n8n-workflow';
import { meaningOf } from '../hubspot/statuses';
import { sendRequest, type Connection } from '../http/request';
import type { HttpResult } from '../http/response';
import { decide } from '../http/retryPolicy';
import type { Fault } from '../model/fault';
import type { Settings } from '../model/settings';
import { OutOfPatience } from '../rateLimit/outOfPatience';
import { permissions, type Acquire, type Limiters, type Permission } from './permissions';
import { requestsOf, type Requests, type Unpaced } from './requests';
import { RequestSlots } from './requestSlots';
import type { Run } from './run';

/** What came of a request and its retries. */
interface Delivery {
  /** The last result; undefined where the run had ended before anything was sent. */
  result: HttpResult | undefined;
  /** Did any attempt end so that HubSpot may have done the work without saying so? */
  isOutcomeUnknown: boolean;
  /**
   * HubSpot may have done the work, and sending it again might do it twice: a retry makes sense now,
   * once it is clear that it has not.
   */
  isWorthRepeating?: boolean;
}

/** HubSpot's API as this node uses it: one method for each kind of request. */
export interface HubspotClient {
  properties: Sends<'properties'>;
  owners: Sends<'owners'>;
  pipelines: Sends<'pipelines'>;
  upsert: Sends<'upsert'>;
  /** Not retried by itself where the outcome is unknown, since it might create twice. */
  create: Sends<'create'>;
  update: Sends<'update'>;
  /** Also after the run has ended, to find out what it wrote; not once its user has cancelled it. */
  read: Sends<'read'>;
  /** As `read`, at the pace that HubSpot has for searches. */
  search: Sends<'search'>;
  associate: Sends<'associate'>;
  /** As `read`, of what records are associated with. */
  readAssociations: Sends<'readAssociations'>;
  associationLabels: Sends<'associationLabels'>;
  /** Resolves when the next request of the run that asks for its permit has left. */
  nextSent: () => Promise<void>;
  /** Resolves when every request of the run that waits for its permit has left. */
  allSent: () => Promise<void>;
}

type Sends<Kind extends keyof Requests> = (
  ...asked: Parameters<Requests[Kind]>
) => Promise<Delivery>;

type ClientSettings = Pick<
  Settings,
  'apiVersion' | 'maxConcurrency' | 'maxRetries' | 'patienceMs' | 'rateLimitShare' | 'timeoutMs'
>;

/** Requests that are paced, retried as the policy says, and counted in the run. */
export function createClient(
  connection: Connection,
  limiters: Limiters,
  settings: ClientSettings,
  run: Run,
): HubspotClient {
  let lastAsked: Promise<unknown> = Promise.resolve();
  const waitForNext: Array<() => void> = [];
  const slots = new RequestSlots(settings.maxConcurrency);
  const { paced, searching } = permissions(limiters, settings);

  /** Undefined where the signal was aborted before there was a permit. */
  const permitUnless = async (
    ended: AbortSignal | undefined,
    acquire: Acquire,
  ): Promise<Permission | undefined> => {
    const asking = slots
      .take()
      .then(() => acquire(ended && follower(ended)))
      .catch((reason) => {
        if (reason instanceof OutOfPatience) run.stop(limitReached(reason.message));
        return undefined;
      });
    lastAsked = asking;
    const waiting = waitForNext.splice(0);
    void asking.then(() => waiting.forEach((goOn) => goOn()));
    const permit = await asking;
    if (permit !== undefined && !ended?.aborted) return permit;
    permit?.release();
    slots.giveBack();
    return undefined;
  };

  /**
   * @param ended Aborted where the request is not to be sent any more; that the run has ended only
   *   keeps it from being retried.
   */
  const deliver = async (
    request: Unpaced,
    ended: AbortSignal | undefined,
    { acquire = paced, isRepeatable = true }: Manner = {},
  ): Promise<Delivery> => {
    const delivery: Delivery = { result: undefined, isOutcomeUnknown: false };
    for (let attempt = 1; ; attempt += 1) {
      const permit = await permitUnless(attempt === 1 ? ended : run.endSignal, acquire);
      if (permit === undefined) return delivery;
      if (attempt > 1) run.traffic.retried += 1;
      run.traffic.requests += 1;
      const result = inARow(
        delivery.result,
        await sendRequest(connection, { ...request, timeoutMs: settings.timeoutMs }),
      );
      slots.giveBack();
      permit.learn(result);
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
      if (!isRepeatable && isOutcomeUnknown(result)) return { ...delivery, isWorthRepeating: true };
    }
  };

  const sendUnless = async (ended: AbortSignal | undefined, request: Unpaced, manner?: Manner) =>
    await limiters.rateLimiter.inUse(() => deliver(request, ended, manner));
  const untilEnd = (request: Unpaced, manner?: Manner) =>
    sendUnless(run.endSignal, request, manner);
  const unlessCancelled = (request: Unpaced, manner?: Manner) =>
    sendUnless(run.cancelSignal, request, manner);
  const requests = requestsOf(settings.apiVersion);

  return {
    nextSent: () => new Promise((resolve) => waitForNext.push(resolve)),
    allSent: async () => void (await lastAsked),
    properties: (...asked) => untilEnd(requests.properties(...asked)),
    owners: (...asked) => untilEnd(requests.owners(...asked)),
    pipelines: (objectType) => untilEnd(requests.pipelines(objectType)),
    upsert: (...written) => untilEnd(requests.upsert(...written)),
    create: (...written) => untilEnd(requests.create(...written), { isRepeatable: false }),
    update: (...written) => untilEnd(requests.update(...written)),
    read: (...asked) => unlessCancelled(requests.read(...asked)),
    search: (...asked) => unlessCancelled(requests.search(...asked), { acquire: searching }),
    associate: (...written) => untilEnd(requests.associate(...written)),
    readAssociations: (...asked) => unlessCancelled(requests.readAssociations(...asked)),
    associationLabels: (types) => untilEnd(requests.associationLabels(types)),
  };
}

interface Manner {
  /** Left out: at the account's rate limit. */
  acquire?: Acquire;
  /** Does it do no harm when it is done twice? */
  isRepeatable?: boolean;
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
