import type { RecordInput } from '../model/record';
import type { Target } from '../model/target';
import { comparableId } from '../values/searchedId';

/** What items ask for one record, in input order. */
export type SameRecord = [RecordInput, ...RecordInput[]];

/** Finds out which items stand for the same record. Records come in the order of their first items. */
export function groupByRecord(inputs: readonly RecordInput[]): SameRecord[] {
  const groups: SameRecord[] = [];
  const byTarget = new Map<Target, Map<string, SameRecord>>();
  for (const input of inputs) {
    let byId = byTarget.get(input.target);
    if (byId === undefined) byTarget.set(input.target, (byId = new Map<string, SameRecord>()));
    const id = sameFor(input);
    const group = byId.get(id);
    if (group) group.push(input);
    else {
      const made: SameRecord = [input];
      byId.set(id, made);
      groups.push(made);
    }
  }
  return groups;
}

/** A search finds a record by any spelling that HubSpot takes for the same. */
function sameFor({ target, id }: RecordInput): string {
  return target.lookup === 'search' ? comparableId(target, id) : id;
}
