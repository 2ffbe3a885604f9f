import { Forecast } from './forecast';
import type { Limit } from './rateLimitHeaders';
import type { OwnTraffic } from './slidingWindow';

/** What a response shows. */
export interface Sighting extends OwnTraffic {
  /** Requests that HubSpot would still have taken; undefined where no header says so. */
  remaining: number | undefined;
  isRateLimited: boolean;
}

/** Part of the limit with which a process starts; beside others, the same part of what remains. Simulation: "8 of them, slow". */
const INITIAL_PART = 1 / 16;
/** How many times as many as HubSpot counted, all of them its own, may follow. Simulation: "as many as it takes at a large latency". */
const SLOW_START = 8;
/** How many times as many as this process sent may follow where no header tells of others. Simulation: without headers, "two come to rest". */
const BLIND_SLOW_START = 1.5;
/** Part of the limit, rounded up, that nobody takes, for others to show themselves; of one under 96, none. Simulation: the latecomer's quarter. */
const RESERVE_PART = 1 / 96;
/** Part of what remains by which the quota grows in a round trip, at the least. Simulation: "beside a consumer of 80 %". */
const INCREASE_PART = 1 / 28;
/** Added to `INCREASE_PART` in the measure in which the whole limit remains. Simulation: "8 have much the same". */
const FREE_INCREASE_PART = 1 / 6;
/** Added to `INCREASE_PART` in the measure in which all that is used is this process's own. Simulation: "fills the other half". */
const OWN_INCREASE_PART = 1 / 5;
/** Part of the limit by which the quota grows in a round trip, at the most. Simulation: "8 of them, slow". */
const GREATEST_INCREASE_PART = 1 / 20;
/** Part of what it uses by which the quota shrinks. Simulation: the latecomer's quarter, 50 ms away. */
const DECREASE_PART = 1 / 48;
/** Part of the window in which the whole limit could leave where nobody else is there. Simulation: the latecomer's quarter (a smaller one), alone, "at the limit" (a greater one). */
const SPREAD_PART = 1 / 24;
/** Without headers: part of the limit by which the quota grows in a window, and part of what it uses by which it shrinks on a 429. Simulation: "two come to rest". */
const BLIND_PART = 1 / 8;

/**
 * How many requests this process may have in a window, of a limit that it shares with others who cannot
 * be talked to: congestion control as in TCP (Jacobson 1988), with HubSpot's count of what remains of
 * the limit in the place of lost packets.
 *
 * - Slow start: a process begins with a small part of the limit. Where HubSpot counted no more than it
 *   sent itself, it is alone: some times as many may follow, and soon the whole limit less a reserve.
 * - Others are there where HubSpot counted more than this process can have sent, or some of the reserve.
 *   For a window from then on requests go evenly instead of in a burst. The quota is what is in use, or
 *   a small part of what remains if that is more, and from there it follows additive increase,
 *   multiplicative decrease. Where no header tells, a 429 is the only sign of others.
 * - Increase: where all of the quota is in use it grows by the clock, in a round trip by a part of what
 *   will remain. Equals with the same round trip grow alike. The greater a process's own part of all that
 *   is used, the faster it grows, since the fewer are there to leave room for.
 * - Decrease: where no more than the reserve remains, or on a 429, what is not in use is given up, and a
 *   part of what is, once for all requests under way. Whoever has more gives up more, so that those who
 *   share the limit come to have much the same (Chiu and Jain 1989).
 *
 * So when a second process starts beside one that has all, its first requests take the reserve, or meet
 * 429s, and it goes on with next to nothing. The first one sees them with its next responses, and sends
 * evenly from then on: as its last burst leaves the window, room appears faster than it fills it. The
 * second one grows into that room; when it is used up, the first one gives up what it no longer uses.
 * From there on they come closer with every decrease. When one of them ends, the other grows by what
 * its requests leave behind, and a window after the last sign of it sends in bursts again.
 */
export class Quota {
  private requests: number;
  private readonly forecast = new Forecast();
  /** Others were seen not long ago: until then they are taken to be there. */
  private othersUntil = -Infinity;
  /** This process's part of all that is used. */
  private ownPart = 0;
  private hasHeaders = false;
  private wasHit = false;
  private grownAt = -Infinity;
  private shrunkAt = -Infinity;

  constructor(private readonly limit: Limit) {
    this.requests = limit.requests * INITIAL_PART;
  }

  get allowed(): number {
    return Math.max(1, Math.floor(this.requests));
  }

  isAlone(now: number): boolean {
    return now >= this.othersUntil;
  }

  /** Least time between two requests, in ms: beside others the mean of the whole limit. */
  spacingMs(now: number): number {
    const meanMs = this.limit.windowMs / this.limit.requests;
    return this.isAlone(now) ? meanMs * SPREAD_PART : meanMs;
  }

  /** Grows for the time since it last did so, where all of it is used. */
  grow(inUse: number, roundTripMs: number, now: number): void {
    const sinceMs = Math.min(now - this.grownAt, roundTripMs);
    this.grownAt = now;
    if (inUse < this.allowed) return;
    const grown = this.requests + sinceMs * this.growthPerMs(roundTripMs, now);
    this.requests = Math.min(this.most(), grown);
  }

  /** When it has grown enough for one request more. */
  growsAt(roundTripMs: number, now: number): number {
    const growth = this.growthPerMs(roundTripMs, now);
    if (growth === 0 || this.requests >= this.most()) return Infinity;
    return now + (this.allowed + 1 - this.requests) / growth;
  }

  onResponse(sighting: Sighting, now: number): void {
    const { remaining, isRateLimited, ownCount } = sighting;
    if (remaining !== undefined && remaining <= this.limit.requests) {
      this.hasHeaders = true;
      this.onRemaining(remaining, sighting, now);
    } else if (isRateLimited) {
      this.wasHit = true;
      this.shrink(BLIND_PART, sighting, now);
    } else if (!this.hasHeaders && !this.wasHit) this.confirm(ownCount * BLIND_SLOW_START);
  }

  /** What it gave up while it waited after a 429 is the others'. */
  capAt(inUse: number): void {
    this.requests = Math.max(this.least(), Math.min(this.requests, inUse));
  }

  private onRemaining(remaining: number, sighting: Sighting, now: number): void {
    const { ownCount, mostOwn, isRateLimited, inUse, roundTripMs } = sighting;
    const used = this.limit.requests - remaining;
    if (!isRateLimited && used > Math.min(mostOwn, this.most())) {
      if (this.isAlone(now)) this.requests = Math.max(remaining * INITIAL_PART, inUse);
      this.othersUntil = now + this.limit.windowMs;
    }
    if (this.isAlone(now) && !isRateLimited) {
      if (used <= ownCount) this.confirm(ownCount * SLOW_START);
      return;
    }
    this.ownPart = Math.min(1, ownCount / Math.max(1, used));
    this.forecast.add(remaining, roundTripMs, now);
    if (isRateLimited || remaining <= this.reserve()) this.shrink(DECREASE_PART, sighting, now);
  }

  private confirm(requests: number): void {
    const initial = this.limit.requests * INITIAL_PART;
    this.requests = Math.min(this.most(), Math.max(this.requests, initial, requests));
  }

  /** Once for all requests that were under way together. */
  private shrink(part: number, { inUse, sentAt }: Sighting, now: number): void {
    if (sentAt < this.shrunkAt) return;
    this.shrunkAt = now;
    this.grownAt = now;
    this.requests = Math.max(this.least(), Math.min(this.requests, inUse) - inUse * part);
  }

  private growthPerMs(roundTripMs: number, now: number): number {
    const { requests: limit, windowMs } = this.limit;
    if (!this.hasHeaders) return (limit * BLIND_PART) / windowMs;
    if (this.isAlone(now) || roundTripMs === 0) return 0;
    const remaining = this.forecast.remaining();
    const part =
      INCREASE_PART + (remaining / limit) * FREE_INCREASE_PART + this.ownPart * OWN_INCREASE_PART;
    return Math.min(remaining * part, limit * GREATEST_INCREASE_PART) / roundTripMs;
  }

  /** Beside others that no header shows it starts anew at the least. */
  private least(): number {
    return this.hasHeaders ? 1 : this.limit.requests * INITIAL_PART;
  }

  private most(): number {
    return this.limit.requests - (this.hasHeaders ? this.reserve() : 0);
  }

  private reserve(): number {
    const reserve = this.limit.requests * RESERVE_PART;
    return reserve < 1 ? 0 : Math.ceil(reserve);
  }
}
