/**
 * Others whose requests no header shows, because a gateway strips them: they show in 429s alone. As
 * plain data; times in ms.
 */
export interface Unseen {
  /** How many requests of theirs counted at the last 429. */
  requests: number;
  /** When that was. */
  at: number;
}

/** They are taken to have left by this part of the limit in each window, until a 429 shows them again. */
const LEAVING_PART = 1 / 80;

export function startUnseen(): Unseen {
  return { requests: 0, at: -Infinity };
}

/** How many of their requests are taken to count still. */
export function unseenNow(
  { requests, at }: Unseen,
  { limit, windowMs }: { limit: number; windowMs: number },
  now: number,
): number {
  if (requests === 0) return 0;
  return Math.max(0, requests - (limit * LEAVING_PART * (now - at)) / windowMs);
}
