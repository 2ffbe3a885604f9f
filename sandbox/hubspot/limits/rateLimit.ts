/** A token's rate limit. `rolling` looks back from now; `fixed` starts anew every `windowMs`. */
export interface RateLimit {
  /** Requests in one window. */
  perWindow: number;
  windowMs: number;
  /** Requests in one day; null is no daily limit (OAuth apps). */
  daily: number | null;
  kind: 'rolling' | 'fixed';
}

/** HubSpot's limits of a Professional or Enterprise account (HubSpot docs, "API usage guidelines"). */
export const HUBSPOT_LIMITS = {
  serviceKey: { perWindow: 190, windowMs: 10_000, daily: 1_000_000, kind: 'rolling' },
  oauth: { perWindow: 110, windowMs: 10_000, daily: null, kind: 'rolling' },
} as const satisfies Record<string, RateLimit>;

/** The account's limit of searches, over all tokens (HubSpot docs, "Search the CRM"). */
export const SEARCH_LIMIT: RateLimit = {
  perWindow: 5,
  windowMs: 1_000,
  daily: null,
  kind: 'rolling',
};

/** What refused a request. */
type RateLimitPolicy = 'TEN_SECONDLY_ROLLING' | 'DAILY';

/** Where a token stands after a request arrived. */
export interface Standing {
  limit: RateLimit;
  remaining: number;
  dailyRemaining: number | null;
  refusedBy: RateLimitPolicy | null;
}

/** Counts the requests of one token, or of one OAuth grant. */
export interface Meter {
  limit: RateLimit;
  /** Arrival times inside the window, oldest first, from `head` on. */
  arrivals: number[];
  head: number;
  day: number;
  today: number;
}

const DAY_MS = 86_400_000;

export function newMeter(limit: RateLimit): Meter {
  return { limit, arrivals: [], head: 0, day: -1, today: 0 };
}

/**
 * Counts a request on its arrival. A refused request is not counted.
 *
 * @param now Epoch milliseconds; a day is a day of UTC, the sandbox account's time zone.
 * @param isExempt Whether the window's limit does not hold for it.
 */
export function countArrival(meter: Meter, now: number, isExempt = false): Standing {
  const { limit } = meter;
  forgetArrivalsBefore(meter, windowStart(limit, now));
  startDay(meter, Math.floor(now / DAY_MS));

  const refusedBy = refusal(meter, isExempt);
  if (refusedBy === null) {
    if (!isExempt) meter.arrivals.push(now);
    meter.today += 1;
  }
  return {
    limit,
    remaining: limit.perWindow - inWindow(meter),
    dailyRemaining: limit.daily === null ? null : limit.daily - meter.today,
    refusedBy,
  };
}

function windowStart({ kind, windowMs }: RateLimit, now: number): number {
  return kind === 'rolling' ? now - windowMs + 1 : Math.floor(now / windowMs) * windowMs;
}

function forgetArrivalsBefore(meter: Meter, start: number): void {
  while (meter.head < meter.arrivals.length && meter.arrivals[meter.head]! < start) meter.head += 1;
  if (meter.head > 1000) {
    meter.arrivals = meter.arrivals.slice(meter.head);
    meter.head = 0;
  }
}

function startDay(meter: Meter, day: number): void {
  if (meter.day === day) return;
  meter.day = day;
  meter.today = 0;
}

function refusal(meter: Meter, isExempt: boolean): RateLimitPolicy | null {
  const { daily, perWindow } = meter.limit;
  if (daily !== null && meter.today >= daily) return 'DAILY';
  return !isExempt && inWindow(meter) >= perWindow ? 'TEN_SECONDLY_ROLLING' : null;
}

function inWindow(meter: Meter): number {
  return meter.arrivals.length - meter.head;
}
