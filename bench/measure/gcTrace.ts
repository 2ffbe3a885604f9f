const MEGABYTE = 2 ** 20;
/** E.g. `[71:0x…] 412 ms: Mark-Compact (reduce) 93.5 (98.1) -> 61.2 (97.3) MB, …`. */
const COLLECTION = /Mark-Compact[^\n]*? [\d.]+ \([\d.]+\) -> ([\d.]+) \([\d.]+\) MB/g;

/**
 * What was held after each full garbage collection, in bytes: unlike the size of the heap, it leaves
 * out what is merely not yet collected.
 *
 * @param trace What a process wrote under V8's `--trace-gc`.
 */
export function heldAfterCollections(trace: string): number[] {
  return Array.from(trace.matchAll(COLLECTION), ([, held]) => Number(held) * MEGABYTE);
}
