import { LOWEST_LIMIT } from '../hubspot/statuses';
import { see, startSharing, type Limit, type Sharing } from './sharing';

/**
 * What is known of an account's rate limit and of who uses it, as plain data. All times in ms, by
 * the clock of this process.
 */
export interface Pace extends Limit {
  /** When each request of this process was sent, oldest first, as far as they may still count. */
  sentAt: number[];
  sharing: Sharing;
  /** When the last answer came. */
  learntAt: number;
  /** Requests reach HubSpot with varying delay; alone, so much is left between two windows. */
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

const FIRST_MARGIN_MS = 100;

/** Beside others nobody goes to the edge of the limit, and a place held back looks like a free one. */
const MARGIN_BESIDE_OTHERS_MS = 40;
const LAST_MARGIN_MS = 1_000;
const FIRST_BLOCK_MS = 1_000;
const SECONDLY_WINDOW_MS = 1_000;

/** A burst is spread over so much of the window: not to arrive in a heap, and to see others in it. */
const SPREAD_PART = 1 / 10;

/** What was seen so many windows ago says nothing any more. */
const MEMORY_WINDOWS = 2;

export function startPace(): Pace {
  const { requests: limit, windowMs } = LOWEST_LIMIT;
  return {
    limit,
    windowMs,
    sentAt: [],
    sharing: startSharing(limit),
    learntAt: -Infinity,
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
  const { sentAt, windowMs, limit, sharing } = pace;
  const last = sentAt[sentAt.length - 1] ?? -Infinity;
  const untilSpread = last + (windowMs / limit) * SPREAD_PART - now;
  const quota = Math.max(1, Math.floor(Math.min(sharing.claim, limit * share)));
  const holdingUp = sentAt[sentAt.length - quota];
  const untilFits = holdingUp === undefined ? 0 : holdingUp + windowMs + margin(pace, now) - now;
  return Math.max(0, untilFits, untilSpread, pace.blockedUntil - now);
}

export function noteSent(pace: Pace, now: number): void {
  pace.sentAt.push(now);
}

/**
 * Nobody knows when the first request after a silence arrived, because a connection is made first.
 * It counts from its answer on, which is late enough in any case.
 */
export function noteFirstAnswer(pace: Pace, sentAt: number, now: number): void {
  if (pace.sentAt[0] === sentAt) {
    pace.sentAt.shift();
    pace.sentAt.push(now);
  }
}

/**
 * Takes over what an answer tells.
 *
 * @param own Requests of this process that counted when this one was sent, itself included.
 */
export function learn(pace: Pace, report: LimitReport, own: number, now: number): void {
  pace.limit = report.limit ?? pace.limit;
  pace.windowMs = report.windowMs ?? pace.windowMs;
  pace.learntAt = now;
  const used = report.remaining === undefined ? own : pace.limit - report.remaining;
  see(pace.sharing, { at: now, own, used }, pace, pace.sentAt.length);
}

/**
 * After a 429 everyone waits once, together, and longer each time in a row. Where nobody else is
 * about, the requests lay too close to the edge of the window. The request itself does not count.
 *
 * @param isSecondly Was it the policy that looks at one second alone?
 */
export function throttle(pace: Pace, isSecondly: boolean, sentAt: number, now: number): void {
  const position = pace.sentAt.lastIndexOf(sentAt);
  if (position >= 0) pace.sentAt.splice(position, 1);
  if (now < pace.blockedUntil) return;
  pace.throttled += 1;
  const window = isSecondly ? SECONDLY_WINDOW_MS : pace.windowMs;
  const block = Math.min(window, FIRST_BLOCK_MS * 2 ** (pace.throttled - 1));
  pace.blockedUntil = now + block;
  if (now >= pace.sharing.othersUntil) {
    pace.marginMs = Math.min(LAST_MARGIN_MS, pace.marginMs * 2);
  }
}

export function relax(pace: Pace): void {
  pace.throttled = 0;
}

/** Requests of this process that HubSpot may still count. */
export function ownInWindow(pace: Pace, now: number): number {
  forgetBefore(pace, now);
  return pace.sentAt.length;
}

function margin({ marginMs, sharing }: Pace, now: number): number {
  return now < sharing.othersUntil ? MARGIN_BESIDE_OTHERS_MS : marginMs;
}

function forgetBefore(pace: Pace, now: number): void {
  const { sentAt, windowMs, learntAt, limit } = pace;
  const from = now - windowMs - margin(pace, now);
  while ((sentAt[0] ?? Infinity) <= from) sentAt.shift();
  if (learntAt < now - MEMORY_WINDOWS * windowMs) pace.sharing = startSharing(limit);
}
