import { LOWEST_LIMIT } from '../hubspot/statuses';

/**
 * What is known of an account's rate limit and of who uses it, as plain data. All times in ms, by
 * the clock of this process.
 */
export interface Pace {
  /** Requests that HubSpot takes in one window. */
  limit: number;
  windowMs: number;
  /** When each request of this process was sent, oldest first, as far as they may still count. */
  sentAt: number[];
  /** Requests of others in one window, going by what HubSpot says is left. */
  foreign: number;
  /** Requests reach HubSpot with varying delay; so much is left between two windows. */
  marginMs: number;
  /** Nobody sends before this time. */
  blockedUntil: number;
  /** Times in a row that HubSpot threw a request back. */
  throttled: number;
}

/** What an answer tells of the limit; undefined where its headers do not say. */
export interface LimitReport {
  limit: number | undefined;
  windowMs: number | undefined;
  remaining: number | undefined;
}

const FIRST_MARGIN_MS = 40;
const LAST_MARGIN_MS = 1_000;
const FIRST_BLOCK_MS = 1_000;
const SECONDLY_WINDOW_MS = 1_000;

/** A burst is spread over this part of the window, so that it does not arrive in a heap. */
const BURST_PART = 1 / 10;

/** Lets one that comes late grow at the cost of those that use more. */
const LEAST_CLAIM = 0.2;

/** Beside others the edge of the window is not to be met exactly. */
const SHARED_PART = 0.98;

export function startPace(): Pace {
  return {
    limit: LOWEST_LIMIT.requests,
    windowMs: LOWEST_LIMIT.windowMs,
    sentAt: [],
    foreign: 0,
    marginMs: FIRST_MARGIN_MS,
    blockedUntil: 0,
    throttled: 0,
  };
}

/**
 * How long to wait, in ms, before the next request fits; 0 where it fits now.
 *
 * @param share Part of the limit that may be used, above 0 and at most 1.
 */
export function waitMs(pace: Pace, share: number, now: number): number {
  forgetBefore(pace, now);
  const { sentAt, windowMs, marginMs, limit } = pace;
  const last = sentAt[sentAt.length - 1] ?? -Infinity;
  const untilSpread = last + (windowMs / limit) * BURST_PART - now;
  const holdingUp = sentAt[sentAt.length - quota(pace, share)];
  const untilFits = holdingUp === undefined ? 0 : holdingUp + windowMs + marginMs - now;
  return Math.max(0, untilFits, untilSpread, pace.blockedUntil - now);
}

/**
 * Requests that this process may have in one window. Alone it may have all of them. Beside others
 * it takes its part in proportion to what it uses, so that all who do so fill the limit together;
 * it grows by no more than twice at a time, because the others' next requests cannot be seen.
 */
export function quota({ limit, foreign, sentAt }: Pace, share: number): number {
  const whole = Math.floor(limit * share);
  if (foreign === 0) return Math.max(1, whole);
  const own = sentAt.length;
  const part = (limit * SHARED_PART * (own + LEAST_CLAIM)) / (own + foreign + LEAST_CLAIM);
  return Math.max(1, Math.floor(Math.min(whole, part, 2 * own + 1)));
}

export function noteSent(pace: Pace, now: number): void {
  pace.sentAt.push(now);
}

/**
 * Takes over what an answer tells.
 *
 * @param ownBefore Requests of this process that counted when this one was sent, itself included.
 */
export function learn(pace: Pace, report: LimitReport, ownBefore: number): void {
  pace.limit = report.limit ?? pace.limit;
  pace.windowMs = report.windowMs ?? pace.windowMs;
  if (report.remaining === undefined) return;
  pace.foreign = Math.max(0, pace.limit - report.remaining - ownBefore);
}

/**
 * After a 429 everyone waits once, together, and longer each time in a row. Where nobody else is
 * about, the requests lay too close to the edge of the window.
 *
 * @param isSecondly Was it the policy that looks at one second alone?
 */
export function throttle(pace: Pace, isSecondly: boolean, now: number): void {
  if (now < pace.blockedUntil) return;
  pace.throttled += 1;
  const window = isSecondly ? SECONDLY_WINDOW_MS : pace.windowMs;
  const block = Math.min(window, FIRST_BLOCK_MS * 2 ** (pace.throttled - 1));
  pace.blockedUntil = now + block;
  if (pace.foreign === 0) pace.marginMs = Math.min(LAST_MARGIN_MS, pace.marginMs * 2);
}

export function relax(pace: Pace): void {
  pace.throttled = 0;
}

/** Requests of this process that HubSpot may still count. */
export function ownInWindow(pace: Pace, now: number): number {
  forgetBefore(pace, now);
  return pace.sentAt.length;
}

function forgetBefore(pace: Pace, now: number): void {
  const { sentAt, windowMs, marginMs } = pace;
  while ((sentAt[0] ?? Infinity) <= now - windowMs - marginMs) sentAt.shift();
}
