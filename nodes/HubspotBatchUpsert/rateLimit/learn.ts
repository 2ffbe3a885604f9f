import { ownInWindow, type Pace, type Sending } from './pace';
import { countBetween } from './sent';
import { see } from './sharing';
import type { ThrowBack } from './throttle';
import { unseenNow } from './unseen';

/** What an answer tells of the limit; undefined where its headers do not say. */
export interface LimitReport {
  limit: number | undefined;
  windowMs: number | undefined;
  remaining: number | undefined;
}

/**
 * Takes over what an answer tells of the limit and of others.
 *
 * @param sent What the request was sent with.
 * @param policy Of a 429; undefined for every other answer.
 */
export function learn(
  pace: Pace,
  { limit, windowMs, remaining }: LimitReport,
  sent: Sending,
  policy: ThrowBack['policy'] | undefined,
  now: number,
): void {
  pace.limit = limit ?? pace.limit;
  pace.windowMs = windowMs ?? pace.windowMs;
  pace.learntAt = now;
  const own = policy === undefined ? sent.own : ownBeside(pace, sent, now);
  const used = usedOf(pace, remaining, own, policy, now);
  if (used === undefined) return;
  const most = mostOf(pace, sent, now) - (policy === undefined ? 0 : 1);
  see(pace.sharing, { at: now, own, most, used }, pace, ownInWindow(pace, now));
}

/** A request that was thrown back does not count, nor do those that were thrown back before it. */
function ownBeside(pace: Pace, { own }: Sending, now: number): number {
  return Math.max(0, Math.min(own, ownInWindow(pace, now)) - 1);
}

/** Requests of all that counted; undefined where nothing tells. */
function usedOf(
  pace: Pace,
  remaining: number | undefined,
  own: number,
  policy: ThrowBack['policy'] | undefined,
  now: number,
): number | undefined {
  if (remaining !== undefined && remaining <= pace.limit) return pace.limit - remaining;
  if (policy === undefined) return own + unseenNow(pace.unseen, pace, now);
  if (policy !== 'window') return undefined;
  pace.unseen = { requests: Math.max(0, pace.limit - own), at: now };
  return pace.limit;
}

/** One that was sent a little later may have overtaken it. What left long ago is forgotten. */
function mostOf(
  { sent, marginMs, windowMs }: Pace,
  { sentAt, most }: Sending,
  now: number,
): number {
  if (now - sentAt > windowMs) return Infinity;
  return most + countBetween(sent, sentAt, sentAt + marginMs);
}
