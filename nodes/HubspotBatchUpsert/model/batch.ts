import type { RecordWrite } from './record';
import type { Target } from './target';

/** Records that travel in one request: one target, one round. */
export interface Batch {
  target: Target;
  writes: RecordWrite[];
}

/** Records, or keys of records, in parts of at most so many, in their order. */
export function inParts<Entry>(entries: readonly Entry[], size: number): Entry[][] {
  const count = Math.ceil(entries.length / size);
  return Array.from({ length: count }, (_, part) => entries.slice(part * size, (part + 1) * size));
}
