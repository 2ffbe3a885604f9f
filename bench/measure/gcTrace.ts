const MEGABYTE = 2 ** 20;
/** E.g. `[71:0x…] 412 ms: Mark-Compact 93.5 (98.1) -> 61.2 (97.3) MB, … testing; GC requested`. */
const FORCED = /Mark-Compact[^\n]*? [\d.]+ \([\d.]+\) -> ([\d.]+) \([\d.]+\) MB[^\n]* testing;/g;

/**
 * What was held after each forced garbage collection, in bytes: unlike the size of the heap, it
 * leaves out what is merely not yet collected. Collections of V8's own accord are left out: what
 * became garbage while they went on is still there after them.
 *
 * @param trace What a process wrote under V8's `--trace-gc`.
 */
export function heldAfterForced(trace: string): number[] {
  return Array.from(trace.matchAll(FORCED), ([, held]) => Number(held) * MEGABYTE);
}
