import { LOWEST_LIMIT } from '../hubspot/statuses';
import { forget, note, startSent, takeOut, type Departure, type Sent } from './sent';
import { see, startSharing, type Limit, type Sharing } from './sharing';

/**
 * What is known of an account's rate limit and of who uses it, as plain data. All times in ms, by
 * the clock of this process.
 */
export interface Pace extends Limit {
  sent: Sent;
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

/** How HubSpot threw a request back with a 429. */
export interface ThrowBack {
  /** What its policy looks at: the window, one second alone, or the day. */
  policy: 'window' | 'second' | 'day';
  /** The wait that it asks for, where it does. */
  askedMs: number | undefined;
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
    sent: startSent(),
    sharing: startSharing(limit),
    learntAt: -Infinity,
    marginMs: FIRST_MARGIN_MS,
    blockedUntil: -Infinity,
    throttled: 0,
  };
}

/**
 * How long to wait, in ms, before the next request fits; 0 where it fits now. A share of the limit
 * holds for what is sent under it; the claim is for all requests of the process.
 *
 * @param share Part of the limit that may be used, above 0 and at most 1.
 */
export function waitMs(pace: Pace, share: number, now: number): number {
  forgetPast(pace, now);
  const { sent, windowMs, limit, sharing } = pace;
  const last = sent.all.at(-1) ?? -Infinity;
  const untilSpread = last + (windowMs / limit) * SPREAD_PART;
  const untilFits = fitsAt(pace, sent.all, sharing.claim, now);
  const untilShareFits = fitsAt(pace, sent.under.get(share) ?? [], limit * share, now);
  return Math.max(0, Math.max(untilSpread, untilFits, untilShareFits, pace.blockedUntil) - now);
}

/** When one request more than these makes no more of them in a window than there is room for. */
function fitsAt(pace: Pace, times: readonly number[], room: number, now: number): number {
  const holdingUp = times[times.length - Math.max(1, Math.floor(room))];
  return holdingUp === undefined ? -Infinity : holdingUp + pace.windowMs + margin(pace, now);
}

export function noteSent(pace: Pace, departure: Departure): void {
  note(pace.sent, departure);
}

/** The request was not sent after all. */
export function takeBack(pace: Pace, departure: Departure): void {
  takeOut(pace.sent, departure);
}

/**
 * Nobody knows when the first request after a silence arrived, because a connection is made first.
 * It counts from its answer on, which is late enough in any case.
 */
export function noteFirstAnswer(pace: Pace, { sentAt, share }: Departure, now: number): void {
  for (const times of [pace.sent.all, pace.sent.under.get(share) ?? []]) {
    if (times[0] !== sentAt) continue;
    times.shift();
    times.push(now);
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
  see(pace.sharing, { at: now, own, used }, pace, pace.sent.all.length);
}

/**
 * After a 429 everyone waits once, together: as long as HubSpot asks, or longer each time in a row.
 * Where nobody else is about, the requests lay too close to the edge of the window. The request
 * itself does not count.
 */
export function throttle(
  pace: Pace,
  { policy, askedMs }: ThrowBack,
  departure: Departure,
  now: number,
): void {
  takeOut(pace.sent, departure);
  const isEcho = departure.sentAt < pace.blockedUntil;
  if (isEcho && askedMs === undefined) return;
  if (!isEcho) pace.throttled += 1;
  const window = policy === 'second' ? SECONDLY_WINDOW_MS : pace.windowMs;
  const block = askedMs ?? Math.min(window, FIRST_BLOCK_MS * 2 ** (pace.throttled - 1));
  pace.blockedUntil = Math.max(pace.blockedUntil, now + block);
  if (!isEcho && policy === 'window' && now >= pace.sharing.othersUntil) {
    pace.marginMs = Math.min(LAST_MARGIN_MS, pace.marginMs * 2);
  }
}

/** A request that left after the last wait has passed. */
export function relax(pace: Pace, { sentAt }: Departure): void {
  if (sentAt >= pace.blockedUntil) pace.throttled = 0;
}

/** Requests of this process that HubSpot may still count. */
export function ownInWindow(pace: Pace, now: number): number {
  forgetPast(pace, now);
  return pace.sent.all.length;
}

function margin({ marginMs, sharing }: Pace, now: number): number {
  return now < sharing.othersUntil ? MARGIN_BESIDE_OTHERS_MS : marginMs;
}

function forgetPast(pace: Pace, now: number): void {
  const { sent, windowMs, learntAt, limit } = pace;
  forget(sent, now - windowMs - margin(pace, now));
  if (learntAt < now - MEMORY_WINDOWS * windowMs) pace.sharing = startSharing(limit);
}
