import type { BatchTarget } from './batchTarget';
import type { RecordWrite } from './record';
import type { Target } from './target';

/** What travels in one request, and where to: records of one target and round, or pairs of records. */
export interface Batch<Member = RecordWrite, To extends BatchTarget = Target> {
  target: To;
  members: Member[];
}

/** Records, or keys of records, in parts of at most so many, in their order. */
export function inParts<Entry>(entries: readonly Entry[], size: number): Entry[][] {
  const count = Math.ceil(entries.length / size);
  return Array.from({ length: count }, (_, part) => entries.slice(part * size, (part + 1) * size));
}
