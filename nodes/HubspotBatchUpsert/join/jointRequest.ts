import type { IDataObject } from 'n8n-workflow';
import { follower, withCancelSignal } from '../http/cancelSignal';
import { sendRequest, type Connection, type HubspotRequest } from '../http/request';
import { CANCELLED_UNDERWAY, type HttpResult } from '../http/response';
import { whole, type Share } from './share';

/** The right to send a request now: it is used for several batches, or given back. */
export interface Permission {
  learn: (result: HttpResult) => void;
  release: () => void;
}

/** The records of a batch, and how to find out what a response tells of each of several batches. */
export interface Companion<Member> {
  members: readonly Member[];
  tellApart: (
    result: HttpResult,
    batches: ReadonlyArray<readonly Member[]>,
  ) => Promise<readonly Share[]>;
}

/** A request that leaves. */
export interface Departure<Member> {
  connection: Connection;
  request: HubspotRequest;
  /** Left out where it is no batch that may travel with others. */
  batch?: Companion<Member>;
  /** Aborted when the user cancels its execution. */
  cancelSignal: AbortSignal | undefined;
}

/** The right of a request to leave now. */
export interface Pass<Member> {
  send: (departure: Departure<Member>) => Promise<Arrival>;
  release: () => void;
}

/** What came of a request and, once it is known, of one of its batches. */
export interface Arrival {
  result: HttpResult;
  share: Promise<Share>;
}

/** One request for several batches, signed by the first. It leaves when each has said whether it comes along. */
export class JointRequest<Member> {
  private readonly aboard: Array<Departure<Member>> = [];
  private readonly end: Promise<{ result: HttpResult; shares: Promise<readonly Share[]> }>;
  private readonly allCancelled = new AbortController();
  private cancelled = 0;
  private leave!: () => void;

  /** @param awaited How many batches may come along. */
  constructor(
    private readonly permission: Permission,
    private awaited: number,
  ) {
    const left = new Promise<void>((resolve) => {
      this.leave = resolve;
    });
    this.end = left.then(() => this.send());
  }

  /** The right of one of them to come along. */
  pass(): Pass<Member> {
    return {
      send: async (departure) => await this.board(departure),
      release: () => this.count(),
    };
  }

  /** Comes along. Whoever is cancelled on the way hears so at once; the request goes on for the others. */
  private async board(departure: Departure<Member>): Promise<Arrival> {
    const seat = this.aboard.push(departure) - 1;
    this.count();
    const arrival = this.end.then(({ result, shares }) => ({
      result,
      share: shares.then(
        (told) => told[seat] ?? LOST,
        () => LOST,
      ),
    }));
    return await this.unlessCancelled(arrival, departure.cancelSignal);
  }

  private count(): void {
    this.awaited -= 1;
    if (this.awaited > 0) return;
    if (this.aboard.length > 0) this.leave();
    else this.permission.release();
  }

  private async send(): Promise<{ result: HttpResult; shares: Promise<readonly Share[]> }> {
    const [signer] = this.aboard as [Departure<Member>];
    const context = withCancelSignal(signer.connection.context, this.allCancelled.signal);
    const request = { ...signer.request, body: this.body() };
    const result = await sendRequest({ ...signer.connection, context }, request);
    this.permission.learn(result);
    return { result, shares: this.sharesOf(result) };
  }

  private body(): IDataObject | undefined {
    const bodies = this.aboard.map(({ request: { body } }) => body);
    const [first] = bodies;
    if (bodies.length === 1) return first;
    return { ...first, inputs: bodies.flatMap((body) => body?.inputs as IDataObject[]) };
  }

  private async sharesOf(result: HttpResult): Promise<readonly Share[]> {
    const batches = this.aboard.flatMap(({ batch }) => batch ?? []);
    const [signers] = batches;
    if (signers === undefined || this.aboard.length === 1) return [whole(result)];
    return await signers.tellApart(
      result,
      batches.map(({ members }) => members),
    );
  }

  private async unlessCancelled(
    arrival: Promise<Arrival>,
    signal: AbortSignal | undefined,
  ): Promise<Arrival> {
    if (signal === undefined) return await arrival;
    const cancelled = follower(signal);
    return await new Promise((resolve, reject) => {
      const giveUp = (): void => {
        resolve({ result: CANCELLED_UNDERWAY, share: Promise.resolve(whole(CANCELLED_UNDERWAY)) });
        this.cancelled += 1;
        if (this.cancelled === this.aboard.length) this.allCancelled.abort();
      };
      if (cancelled.aborted) giveUp();
      cancelled.addEventListener('abort', giveUp, { once: true });
      void arrival
        .then(resolve, reject)
        .finally(() => cancelled.removeEventListener('abort', giveUp));
    });
  }
}

const LOST: Share = { isTold: false, isOutcomeUnknown: true };
