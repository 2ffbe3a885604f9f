/**
 * The part of the limit that was used in the windows from the first request on that were over before
 * the last one. Unlike the time of the whole, it does not forgive a window that was left half empty
 * and made up for by a last one that had room.
 *
 * @param arrivals When each request that was let through arrived, in ms, in order.
 * @returns 0 to 1; NaN where no window was over.
 */
export function windowsFilled(
  arrivals: readonly number[],
  { perWindow, windowMs }: { perWindow: number; windowMs: number },
): number {
  const first = arrivals[0] ?? 0;
  const windows = Math.floor(((arrivals.at(-1) ?? 0) - first) / windowMs);
  const within = arrivals.filter((at) => at < first + windows * windowMs).length;
  return within / (windows * perWindow);
}
