import type { WriteInput } from '../hubspot/types';
import type { Connection } from '../http/request';
import type { Settings } from '../model/settings';
import type { RequestOutcome } from './requestOutcome';
import { permits } from './permits';
import { ListReader } from './rememberedLists';
import { RequestQueue } from './requestQueue';
import { RequestSlots } from './requestSlots';
import { requestsOf, type Requests, type ApiRequest } from './requests';
import type { Run } from './run';
import { Sender, type Joining, type SendOptions } from './sender';
import type { SharedState } from './sharedState';

/** HubSpot's API as this node uses it: one method for each kind of request. */
export interface HubspotClient {
  /** The lists that the run has read, or that were remembered from earlier ones. */
  lists: ListReader;
  properties: Sends<'properties'>;
  owners: Sends<'owners'>;
  pipelines: Sends<'pipelines'>;
  upsert: Writes;
  /** Not retried by itself where the outcome is unknown, since it might create twice. */
  create: Writes;
  update: Writes;
  /** Also after the run has ended, to find out what it wrote; not once its user has cancelled it. */
  read: Sends<'read'>;
  /** As `read`, at the pace that HubSpot has for searches. */
  search: Sends<'search'>;
  associate: Sends<'associate'>;
  /** As `read`, of what records are associated with. */
  readAssociations: Sends<'readAssociations'>;
  associationLabels: Sends<'associationLabels'>;
  /**
   * Waits for the turn of records that are read before they are written, among all executions on the
   * account. Nobody else writes them until the function that it gives is called.
   */
  hold: (records: readonly string[]) => Promise<() => void>;
  /** Resolves when the next request that asks for its permit has left; those of pairs do not count. */
  nextSent: () => Promise<void>;
  /** Resolves when every request that waits for its permit has left; those of pairs do not count. */
  allSent: () => Promise<void>;
  /** Resolves when the next request of pairs that asks for its permit has left. */
  nextPairsSent: () => Promise<void>;
}

type Sends<Kind extends keyof Requests> = (
  ...asked: Parameters<Requests[Kind]>
) => Promise<RequestOutcome>;

/** @param batch Left out where it is to travel alone. */
type Writes = (
  objectType: string,
  inputs: readonly WriteInput[],
  batch?: Joining,
) => Promise<RequestOutcome>;

type ClientSettings = Pick<
  Settings,
  'apiVersion' | 'maxConcurrency' | 'maxRetries' | 'patienceMs' | 'rateLimitShare' | 'timeoutMs'
>;

/** Requests that are paced, retried as the policy says, and counted in the run. */
export function createClient(
  connection: Connection,
  shared: SharedState,
  settings: ClientSettings,
  run: Run,
): HubspotClient {
  const slots = new RequestSlots(settings.maxConcurrency);
  const { paced, searching } = permits(shared, settings);
  const { joiner } = shared;
  const queue = new RequestQueue(joiner, slots);
  const sender = new Sender(connection, { joiner, queue, paced }, settings, run);
  const pairQueue = new RequestQueue(joiner, slots);
  const pairSender = new Sender(connection, { joiner, queue: pairQueue, paced }, settings, run);
  const untilEnd = (request: ApiRequest, options?: SendOptions) =>
    sender.deliver(request, run.endSignal, options);
  const unlessCancelled = (request: ApiRequest, options?: SendOptions) =>
    sender.deliver(request, run.cancelSignal, options);
  const requests = requestsOf(settings.apiVersion);
  const { maxRetries, patienceMs, rateLimitShare, timeoutMs } = settings;
  const manner = [maxRetries, patienceMs, rateLimitShare, timeoutMs].join(' ');
  const lists = new ListReader(shared.lists, { ask: untilEnd, manner, ended: run.endSignal });

  return {
    lists,
    hold: async (records) => await joiner.hold(records, run.endSignal),
    nextSent: async () => await queue.nextSent(),
    allSent: async () => await queue.allSent(),
    nextPairsSent: async () => await pairQueue.nextSent(),
    properties: (...asked) => lists.read(requests.properties(...asked)),
    owners: (...asked) => lists.read(requests.owners(...asked)),
    pipelines: (objectType) => lists.read(requests.pipelines(objectType)),
    upsert: (type, inputs, batch) => untilEnd(requests.upsert(type, inputs), { batch }),
    create: (type, inputs, batch) =>
      untilEnd(requests.create(type, inputs), { batch, isRepeatable: false }),
    update: (type, inputs, batch) => untilEnd(requests.update(type, inputs), { batch }),
    read: (...asked) => unlessCancelled(requests.read(...asked)),
    search: (...asked) => unlessCancelled(requests.search(...asked), { acquire: searching }),
    associate: (...written) => pairSender.deliver(requests.associate(...written), run.endSignal),
    readAssociations: (...asked) => unlessCancelled(requests.readAssociations(...asked)),
    associationLabels: (types) => lists.read(requests.associationLabels(types)),
  };
}
