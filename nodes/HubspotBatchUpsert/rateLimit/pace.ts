import { LOWEST_LIMIT } from '../hubspot/statuses';
import { countBetween, forget, note, startSent, takeOut, type Departure, type Sent } from './sent';
import { sawRoomBesideOthers, startSharing, type Limit, type Sharing } from './sharing';
import { startUnseen, type Unseen } from './unseen';

/**
 * What is known of an account's rate limit and of who uses it, as plain data. All times in ms, by
 * the clock of this process.
 */
export interface Pace extends Limit {
  sent: Sent;
  sharing: Sharing;
  unseen: Unseen;
  /** When the last answer came. */
  learntAt: number;
  /** Requests reach HubSpot with varying delay; alone, so much is left between two windows. */
  marginMs: number;
  /** When the margin was last made wider or narrower. */
  marginSetAt: number;
  /** Nobody sends before this time. */
  blockedUntil: number;
  /** The same, as far as HubSpot itself asked for it. */
  askedUntil: number;
  /** Times in a row that HubSpot threw a request back. */
  throttled: number;
}

/** A request, and what counted when it was sent, itself included. */
export interface Sending extends Departure {
  /** Requests of this process. */
  own: number;
  /** Requests of this process that may have counted, however long each was on its way. */
  most: number;
}

export const FIRST_MARGIN_MS = 80;

/** Beside others nobody goes to the edge of the limit, and a place held back looks like a free one. */
const MARGIN_BESIDE_OTHERS_MS = 25;

/** A burst is spread over so much of the window: not to arrive in a heap, and to see others in it. */
const SPREAD_PART = 1 / 10;

/** So much of a window without an answer makes one look. */
const LOOK_AFTER_PART = 1 / 8;

/** What was seen so many windows ago says nothing any more. */
const MEMORY_WINDOWS = 2;

export function startPace(): Pace {
  const { requests: limit, windowMs } = LOWEST_LIMIT;
  return {
    limit,
    windowMs,
    sent: startSent(),
    sharing: startSharing(limit),
    unseen: startUnseen(),
    learntAt: -Infinity,
    marginMs: FIRST_MARGIN_MS,
    marginSetAt: -Infinity,
    blockedUntil: -Infinity,
    askedUntil: -Infinity,
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
  const untilFits = Math.min(fitsAt(pace, sent.all, sharing.claim, now), looksAt(pace, now));
  const untilShareFits = fitsAt(pace, sent.under.get(share) ?? [], limit * share, now);
  return Math.max(0, Math.max(untilSpread, untilFits, untilShareFits, pace.blockedUntil) - now);
}

/**
 * When one request may go beyond the claim, to look: the last answer showed room, and the claim is
 * used up, so that no other answer would tell before the next window that others have gone.
 */
function looksAt(pace: Pace, now: number): number {
  const { sent, sharing, windowMs, learntAt } = pace;
  if (!sawRoomBesideOthers(sharing, pace, now)) return Infinity;
  return Math.max(learntAt, sent.all.at(-1) ?? -Infinity) + windowMs * LOOK_AFTER_PART;
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

/** Has nothing been answered since this process began to send, or to send again? */
export function isUnanswered({ sent, learntAt }: Pace): boolean {
  return learntAt < (sent.all[0] ?? Infinity);
}

/**
 * Nobody knows when a request arrived that left before anything was answered, because a connection
 * is made first. It counts from its answer on, which is late enough in any case.
 */
export function countFromAnswer(pace: Pace, { sentAt, share }: Departure, now: number): void {
  for (const times of [pace.sent.all, pace.sent.under.get(share) ?? []]) {
    const position = times.indexOf(sentAt);
    if (position < 0) continue;
    times.splice(position, 1);
    times.push(now);
  }
}

/** Requests of this process that HubSpot may still count. */
export function ownInWindow(pace: Pace, now: number): number {
  forgetPast(pace, now);
  return countBetween(pace.sent, now - pace.windowMs - margin(pace, now), now);
}

/** Requests of this process that HubSpot may still count, however long each was on its way. */
export function mostInWindow(pace: Pace, now: number): number {
  forgetPast(pace, now);
  return pace.sent.all.length;
}

function margin({ marginMs, sharing }: Pace, now: number): number {
  return now < sharing.othersUntil ? MARGIN_BESIDE_OTHERS_MS : marginMs;
}

function forgetPast(pace: Pace, now: number): void {
  const { sent, windowMs, learntAt, limit } = pace;
  forget(sent, now - windowMs - pace.marginMs);
  if (learntAt < now - MEMORY_WINDOWS * windowMs) pace.sharing = startSharing(limit);
}
