import { sleep } from 'n8n-workflow';
import { meaningOf } from '../hubspot/statuses';
import { follower } from '../http/cancelSignal';
import type { Connection } from '../http/request';
import type { HttpResult, NoResponse } from '../http/response';
import { decideRetry } from '../http/retryPolicy';
import type { Acquire, BatchJoiner, Entry } from '../join/batchJoiner';
import type { JoinableBatch, SharedResult } from '../join/jointRequest';
import type { WaitingBatch } from '../join/waitingBatch';
import type { Fault } from '../model/fault';
import type { RecordWrite } from '../model/record';
import type { Settings } from '../model/settings';
import { OutOfPatience } from '../rateLimit/outOfPatience';
import type { RequestOutcome } from './requestOutcome';
import type { RequestQueue } from './requestQueue';
import type { ApiRequest } from './requests';
import type { Run } from './run';

/** A batch that may travel with those of other executions; its way, as far as its path does not tell. */
export type Joining = Omit<WaitingBatch, 'run'> & JoinableBatch<RecordWrite>;

/** How a request is sent. */
export interface SendOptions {
  /** Left out: at the account's rate limit. */
  acquire?: Acquire;
  /** Does it do no harm when it is done twice? */
  isRepeatable?: boolean;
  /** Left out where the request holds no batch that others may share. */
  batch?: Joining;
}

/** What the requests of a run share with each other, and some of it with other runs. */
interface SenderParts {
  queue: RequestQueue;
  paced: Acquire;
  joiner: BatchJoiner<RecordWrite>;
}

type SenderSettings = Pick<Settings, 'maxRetries' | 'patienceMs' | 'rateLimitShare' | 'timeoutMs'>;

/** Sends the requests of a run, each until its response stands. */
export class Sender {
  constructor(
    private readonly connection: Connection,
    private readonly parts: SenderParts,
    private readonly settings: SenderSettings,
    private readonly run: Run,
  ) {}

  /**
   * @param ended Aborted where the request is not to be sent any more; that the run has ended only
   *   keeps it from being retried.
   */
  async deliver(
    request: ApiRequest,
    ended: AbortSignal | undefined,
    options: SendOptions = {},
  ): Promise<RequestOutcome> {
    const { joiner } = this.parts;
    const { batch } = options;
    if (batch === undefined) return await this.retry(request, ended, options);
    const entry = joiner.enter({ ...batch, run: this.run.id, way: this.wayOf(request, batch) });
    try {
      return await this.retry(request, ended, options, entry);
    } finally {
      joiner.leave(entry);
    }
  }

  private async retry(
    request: ApiRequest,
    ended: AbortSignal | undefined,
    options: SendOptions,
    entry?: Entry<RecordWrite>,
  ): Promise<RequestOutcome> {
    const { isRepeatable = true } = options;
    const outcome: RequestOutcome = { result: undefined, isOutcomeUnknown: false };
    for (let attempt = 1; ;) {
      const until = attempt === 1 ? ended : this.run.endSignal;
      const shared = await this.send(request, until, options, entry);
      if (shared === undefined) return outcome;
      if (attempt > 1) this.run.traffic.retried += 1;
      const share = await shared.share;
      const result = share.isTold ? inARow(outcome.result, share.result) : shared.result;
      const isLost = share.isTold ? isOutcomeUnknown(result) : share.isOutcomeUnknown;
      outcome.isOutcomeUnknown ||= isLost;
      if (share.isTold) outcome.result = result;
      else if (isLost) outcome.result = UNTOLD;
      else outcome.result ??= UNWRITTEN;
      const decision = decideRetry(result, attempt, this.settings, Math.random());
      if (decision.do === 'stop') {
        this.run.stop(limitReached(decision.reason));
        return outcome;
      }
      if (decision.do === 'accept' && share.isTold) return outcome;
      if (decision.do === 'retry' && !isRateLimited(result)) {
        const nowWaitsFor = this.run.traffic.begin('retry');
        await sleep(decision.afterMs, follower(this.run.endSignal)).catch(() => undefined);
        nowWaitsFor();
      }
      if (!isRepeatable && isLost) return { ...outcome, isWorthRepeating: true };
      if (share.isTold) attempt += 1;
      // It may have been another's record that made it fail.
      if (entry && !isRateLimited(result)) entry.mayJoin = false;
    }
  }

  /** Undefined where the signal was aborted before there was a permit, or the patience was at its end. */
  private async send(
    request: ApiRequest,
    ended: AbortSignal | undefined,
    { acquire = this.parts.paced, batch }: SendOptions,
    entry: Entry<RecordWrite> | undefined,
  ): Promise<SharedResult | undefined> {
    const { connection, settings, run } = this;
    const nowWaitsFor = run.traffic.begin('turn');
    try {
      return await this.parts.queue.send(acquire, entry, ended, () => {
        run.traffic.requests += 1;
        nowWaitsFor('response');
        return {
          connection,
          request: { ...request, timeoutMs: settings.timeoutMs },
          batch,
          cancelSignal: run.cancelSignal,
        };
      });
    } catch (reason) {
      if (reason instanceof OutOfPatience) run.stop(limitReached(reason.message));
      return undefined;
    } finally {
      nowWaitsFor();
    }
  }

  /** Batches share a request where all that it is sent by is the same. */
  private wayOf({ path }: ApiRequest, { way }: Joining): string {
    const { timeoutMs, rateLimitShare, patienceMs } = this.settings;
    return JSON.stringify([path, way, timeoutMs, rateLimitShare, patienceMs]);
  }
}

/** What is known of a batch that shared a request of which the response does not tell of it. */
const UNTOLD: NoResponse = {
  kind: 'noResponse',
  reason: 'network',
  code: 'ERR_SHARED_REQUEST',
  sent: true,
  message:
    'HubSpot did not say what became of the record: it was sent together with records of other executions',
};

/** What is known of a batch that shared a request of which HubSpot wrote nothing: it stands where the run ends before the batch is sent by itself. */
const UNWRITTEN: NoResponse = {
  ...UNTOLD,
  message:
    'HubSpot refused the request that held the record together with records of other executions, and the run ended before it was sent by itself. Run the item again',
};

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
