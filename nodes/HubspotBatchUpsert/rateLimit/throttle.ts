import { FIRST_MARGIN_MS, type Pace } from './pace';
import { takeOut, type Departure } from './sent';

/** How HubSpot threw a request back with a 429. */
export interface ThrowBack {
  /** What its policy looks at: the window, one second alone, or the day. */
  policy: 'window' | 'second' | 'day';
  /** The wait that it asks for, where it does. */
  askedMs: number | undefined;
}

const WIDEST_MARGIN_MS = 1_000;

/** After so many windows without a 429 the margin may be a little narrower again. */
const QUIET_WINDOWS = 6;
const NARROWER = 0.8;

const FIRST_BLOCK_MS = 1_000;
const SECONDLY_WINDOW_MS = 1_000;

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
  const isAlone = now >= pace.sharing.othersUntil;
  const isEcho = departure.sentAt < pace.blockedUntil;
  if (isEcho && askedMs === undefined) return;
  if (!isEcho) pace.throttled += 1;
  const window = policy === 'second' ? SECONDLY_WINDOW_MS : pace.windowMs;
  const block = askedMs ?? Math.min(window, FIRST_BLOCK_MS * 2 ** (pace.throttled - 1));
  pace.blockedUntil = Math.max(pace.blockedUntil, now + block);
  if (askedMs !== undefined) pace.askedUntil = Math.max(pace.askedUntil, now + askedMs);
  if (isEcho || policy !== 'window' || !isAlone) return;
  pace.marginMs = Math.min(WIDEST_MARGIN_MS, pace.marginMs * 2);
  pace.marginSetAt = now;
}

/** Notes that a request has passed: where it left after the last wait, that wait was long enough. */
export function relax(pace: Pace, { sentAt }: Departure, now: number): void {
  if (sentAt >= pace.blockedUntil) pace.throttled = 0;
  if (now < pace.marginSetAt + QUIET_WINDOWS * pace.windowMs) return;
  pace.marginMs = Math.max(FIRST_MARGIN_MS, pace.marginMs * NARROWER);
  pace.marginSetAt = now;
}
