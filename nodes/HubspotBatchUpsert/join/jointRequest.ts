import type { IDataObject } from 'n8n-workflow';
import { follower, withCancelSignal } from '../http/cancelSignal';
import { sendRequest, type Connection, type HubspotRequest } from '../http/request';
import { CANCELLED_UNDERWAY, type HttpResult } from '../http/response';
import { whole, type Share } from './share';

/** The right to send one request now, for one batch or several. It ends with the request's result, or is given back. */
export interface Permit {
  learn: (result: HttpResult) => void;
  release: () => void;
}

/** The records of a batch, and how to find out what a response tells of each of several batches. */
export interface JoinableBatch<Member> {
  members: readonly Member[];
  tellApart: (
    result: HttpResult,
    batches: ReadonlyArray<readonly Member[]>,
  ) => Promise<readonly Share[]>;
}

/** What one batch would send by itself. */
export interface OutgoingRequest<Member> {
  connection: Connection;
  request: HubspotRequest;
  /** Left out where it is no batch that may travel with others. */
  batch?: JoinableBatch<Member>;
  /** Aborted when the user cancels its execution. */
  cancelSignal: AbortSignal | undefined;
}

/** The part of one batch in a request: it comes along, or leaves its place to the others. */
export interface Participant<Member> {
  send: (request: OutgoingRequest<Member>) => Promise<SharedResult>;
  release: () => void;
}

/** What came of a request and, once it is known, of one of its batches. */
export interface SharedResult {
  result: HttpResult;
  share: Promise<Share>;
}

/** One request for several batches, signed by the first. It leaves when each has said whether it comes along. */
export class JointRequest<Member> {
  private readonly requests: Array<OutgoingRequest<Member>> = [];
  private readonly end: Promise<{ result: HttpResult; shares: Promise<readonly Share[]> }>;
  private readonly allCancelled = new AbortController();
  private cancelled = 0;
  private leave!: () => void;

  /** @param awaited How many batches may come along. */
  constructor(
    private readonly permit: Permit,
    private awaited: number,
  ) {
    const left = new Promise<void>((resolve) => {
      this.leave = resolve;
    });
    this.end = left.then(() => this.send());
  }

  participant(): Participant<Member> {
    return {
      send: async (request) => await this.join(request),
      release: () => this.onDecided(),
    };
  }

  /** Comes along. Whoever is cancelled on the way hears so at once; the request goes on for the others. */
  private async join(request: OutgoingRequest<Member>): Promise<SharedResult> {
    const place = this.requests.push(request) - 1;
    this.onDecided();
    const shared = this.end.then(({ result, shares }) => ({
      result,
      share: shares.then(
        (told) => told[place] ?? LOST,
        () => LOST,
      ),
    }));
    return await this.unlessCancelled(shared, request.cancelSignal);
  }

  private onDecided(): void {
    this.awaited -= 1;
    if (this.awaited > 0) return;
    if (this.requests.length > 0) this.leave();
    else this.permit.release();
  }

  private async send(): Promise<{ result: HttpResult; shares: Promise<readonly Share[]> }> {
    const [signer] = this.requests as [OutgoingRequest<Member>];
    const context = withCancelSignal(signer.connection.context, this.allCancelled.signal);
    const request = { ...signer.request, body: this.body() };
    const result = await sendRequest({ ...signer.connection, context }, request);
    this.permit.learn(result);
    return { result, shares: this.sharesOf(result) };
  }

  private body(): IDataObject | undefined {
    const bodies = this.requests.map(({ request: { body } }) => body);
    const [first] = bodies;
    if (bodies.length === 1) return first;
    return { ...first, inputs: bodies.flatMap((body) => body?.inputs as IDataObject[]) };
  }

  private async sharesOf(result: HttpResult): Promise<readonly Share[]> {
    const batches = this.requests.flatMap(({ batch }) => batch ?? []);
    const [signers] = batches;
    if (signers === undefined || this.requests.length === 1) return [whole(result)];
    return await signers.tellApart(
      result,
      batches.map(({ members }) => members),
    );
  }

  private async unlessCancelled(
    shared: Promise<SharedResult>,
    signal: AbortSignal | undefined,
  ): Promise<SharedResult> {
    if (signal === undefined) return await shared;
    const cancelled = follower(signal);
    return await new Promise((resolve, reject) => {
      const giveUp = (): void => {
        resolve({ result: CANCELLED_UNDERWAY, share: Promise.resolve(whole(CANCELLED_UNDERWAY)) });
        this.cancelled += 1;
        if (this.cancelled === this.requests.length) this.allCancelled.abort();
      };
      if (cancelled.aborted) giveUp();
      cancelled.addEventListener('abort', giveUp, { once: true });
      void shared
        .then(resolve, reject)
        .finally(() => cancelled.removeEventListener('abort', giveUp));
    });
  }
}

const LOST: Share = { isTold: false, isOutcomeUnknown: true };
