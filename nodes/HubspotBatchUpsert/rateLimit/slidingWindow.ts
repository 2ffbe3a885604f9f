import type { Limit } from './rateLimitHeaders';

/** A request of this process. Times in ms by the rate limiter's clock. */
export interface SentRequest {
  readonly sentAt: number;
  /** Part of the limit that its run may use, above 0 and at most 1. */
  readonly share: number;
  /** How many of this process counted when it was sent, itself included. */
  readonly ownCount: number;
  /** When the first response came to it, or to one that was sent later. */
  passedAt: number | undefined;
}

/** What this process sent, seen from one of its requests. */
export interface OwnTraffic {
  sentAt: number;
  /** Requests of this process that HubSpot counted with that one: as they were sent, and at the most. */
  ownCount: number;
  mostOwn: number;
  /** Requests that count now. */
  inUse: number;
  roundTripMs: number;
}

/** ms from the predecessor's leaving the window to the next request. Simulation: alone, "where machines stand still". */
const MARGIN_MS = 20;
/** ms within which requests may overtake each other. Simulation: the latecomer's quarter, 50 ms away (others seem to be there). */
const OVERTAKING_MS = 2 * MARGIN_MS;
/** Number of the last responses that tell how quick HubSpot is. Simulation: alone, "where machines are busy". */
const RECENT_LATENCIES = 192;

/**
 * The sliding-window log: what this process sent and HubSpot may still count.
 *
 * HubSpot counts a request when it arrives, which may be long after it was sent: a connection is
 * made, a machine stands still. Responses bound that time. One to this request or to a later one came
 * no sooner after this one was counted than HubSpot takes at its fastest.
 */
export class SlidingWindow {
  private readonly all: SentRequest[] = [];
  private readonly latencies: number[] = [];
  /** Mean time from sending to the response, in ms; 0 before the first one. */
  latencyMs = 0;
  private fastestMs = 0;
  /** Alone on the account, a request that arrives too early for the window is a 429. */
  isExact = true;

  constructor(private readonly limit: Limit) {}

  get lastSentAt(): number {
    return this.all.at(-1)?.sentAt ?? -Infinity;
  }

  /** How many count now: the first that does, and all that were sent after it. */
  count(now: number): number {
    const first = this.all.findIndex((request) => this.endsAt(request) > now);
    return first < 0 ? 0 : this.all.length - first;
  }

  add(share: number, now: number): SentRequest {
    const start = now - this.limit.windowMs - OVERTAKING_MS;
    while (this.all[0] && this.all[0].sentAt + this.lateMs(this.all[0]) <= start) this.all.shift();
    const ownCount = this.all.length + 1;
    const request: SentRequest = { sentAt: now, share, ownCount, passedAt: undefined };
    this.all.push(request);
    return request;
  }

  /** The request was not sent after all, or not counted. */
  remove(request: SentRequest): void {
    const position = this.all.lastIndexOf(request);
    if (position >= 0) this.all.splice(position, 1);
  }

  onResponse(request: SentRequest, now: number): void {
    this.latencies.push(now - request.sentAt);
    if (this.latencies.length > RECENT_LATENCIES) this.latencies.shift();
    this.latencyMs = this.latencies.reduce((sum, each) => sum + each, 0) / this.latencies.length;
    this.fastestMs = Math.min(...this.latencies);
    for (let place = this.all.lastIndexOf(request); place >= 0; place -= 1) {
      const earlier = this.all[place];
      if (earlier === undefined || earlier.passedAt !== undefined) return;
      earlier.passedAt = now;
    }
  }

  /** What this process sent, as it is now and as it was when the request was sent. */
  around({ sentAt, ownCount }: SentRequest, now: number): OwnTraffic {
    const lastBy = (time: number) => this.all.findLastIndex((request) => request.sentAt <= time);
    const mostOwn = ownCount + lastBy(sentAt + OVERTAKING_MS) - lastBy(sentAt);
    return { sentAt, ownCount, mostOwn, inUse: this.count(now), roundTripMs: this.latencyMs };
  }

  /** When one more makes no more than `room` in a window, of all or of those under a share. */
  fitsAt(room: number, share?: number): number {
    const most = Math.max(1, Math.floor(room));
    if (most > this.all.length) return -Infinity;
    const isUnder = (request: SentRequest) => share === undefined || request.share === share;
    const predecessor = this.all.filter(isUnder).at(-most);
    return predecessor === undefined ? -Infinity : this.endsAt(predecessor);
  }

  private endsAt(request: SentRequest): number {
    const lateMs = this.isExact ? this.lateMs(request) : 0;
    return request.sentAt + lateMs + this.limit.windowMs + MARGIN_MS;
  }

  /** How long after it was sent a request was counted, at the most. */
  private lateMs({ sentAt, passedAt = sentAt }: SentRequest): number {
    return Math.max(0, passedAt - sentAt - this.fastestMs);
  }
}
