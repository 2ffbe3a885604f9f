import type { RecordInput } from '../model/record';
import type { Target } from '../model/target';
import { comparableId } from '../values/searchedId';

/** What items ask for one record, in input order. */
export type SameRecord = [RecordInput, ...RecordInput[]];

/** Finds out which items stand for the same record. Records come in the order of their first items. */
export function* groupByRecord(inputs: readonly RecordInput[]): Generator<SameRecord, void> {
  const repeated = repeatedRecords(inputs);
  for (const input of inputs) {
    const group = repeated.get(input.target)?.get(sameFor(input));
    if (group === undefined) yield [input];
    else if (group[0] === input) yield group;
  }
}

/**
 * Records that several items stand for. Of the others, and a run may have a million, nothing but the
 * id is held while they are looked for.
 */
function repeatedRecords(inputs: readonly RecordInput[]): Map<Target, Map<string, SameRecord>> {
  const repeated = repeatedIds(inputs);
  const groups = new Map<Target, Map<string, SameRecord>>();
  for (const input of repeated.size > 0 ? inputs : []) {
    const { target } = input;
    const id = sameFor(input);
    if (repeated.get(target)?.has(id) !== true) continue;
    const ofTarget = groups.get(target) ?? new Map<string, SameRecord>();
    const group = ofTarget.get(id);
    if (group) group.push(input);
    else groups.set(target, ofTarget.set(id, [input]));
  }
  return groups;
}

function repeatedIds(inputs: readonly RecordInput[]): Map<Target, Set<string>> {
  const seen = new Map<Target, Set<string>>();
  const repeated = new Map<Target, Set<string>>();
  for (const input of inputs) {
    const { target } = input;
    const id = sameFor(input);
    const ids = seen.get(target) ?? new Set<string>();
    if (ids.size === 0) seen.set(target, ids);
    const { size } = ids;
    if (ids.add(id).size > size) continue;
    repeated.set(target, (repeated.get(target) ?? new Set()).add(id));
  }
  return repeated;
}

/** A search finds a record by any spelling that HubSpot takes for the same. */
function sameFor({ target, id }: RecordInput): string {
  return target.lookup === 'search' ? comparableId(target, id) : id;
}
