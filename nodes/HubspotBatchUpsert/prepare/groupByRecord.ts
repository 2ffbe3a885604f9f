import type { RecordInput } from '../model/record';
import type { Target } from '../model/target';
import { comparableId } from '../values/searchedId';

/** What items ask for one record, in input order. */
export type SameRecord = [RecordInput, ...RecordInput[]];

/**
 * Finds out which items stand for the same record. Records come in the order of their first items. Of
 * those that stand alone, and a run may have a million, no group is held.
 */
export function* groupByRecord(inputs: readonly RecordInput[]): Generator<SameRecord, void> {
  const firsts: RecordInput[] = [];
  const byTarget = new Map<Target, Map<string, RecordInput>>();
  const repeated = new Map<RecordInput, SameRecord>();
  for (const input of inputs) {
    const firstById = byTarget.get(input.target) ?? new Map<string, RecordInput>();
    if (firstById.size === 0) byTarget.set(input.target, firstById);
    const id = sameFor(input);
    const first = firstById.get(id);
    if (first === undefined) {
      firstById.set(id, input);
      firsts.push(input);
      continue;
    }
    const group = repeated.get(first);
    if (group) group.push(input);
    else repeated.set(first, [first, input]);
  }
  for (const first of firsts) yield repeated.get(first) ?? [first];
}

/** A search finds a record by any spelling that HubSpot takes for the same. */
function sameFor({ target, id }: RecordInput): string {
  return target.lookup === 'search' ? comparableId(target, id) : id;
}
