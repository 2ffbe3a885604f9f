import { setTimeout as sleep } from 'node:timers/promises';
import { processTree, readStatus } from './processTree';

const EVERY_MS = 100;

export interface Memory {
  before: number;
  peak: number;
}

/**
 * Watches what a process and those that it started hold in memory while something is done: the sum of
 * their resident memory in MB, looked at ten times a second. The kernel's own high-water mark would
 * tell of all that happened before as well.
 */
export async function memoryDuring<T>(pid: number, work: () => Promise<T>): Promise<[T, Memory]> {
  const before = await heldBy(pid);
  let peak = before;
  const done = new AbortController();
  const watch = async () => {
    while (!done.signal.aborted) {
      peak = Math.max(peak, await heldBy(pid));
      await sleep(EVERY_MS);
    }
  };
  const watching = watch();
  try {
    const result = await work();
    return [result, { before, peak }];
  } finally {
    done.abort();
    await watching;
  }
}

async function heldBy(root: number): Promise<number> {
  const statuses = await Promise.all((await processTree(root)).map(readStatus));
  const kilobytes = statuses.map((text) => Number(/^VmRSS:\s+(\d+) kB/m.exec(text)?.[1] ?? 0));
  return Math.round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024);
}
