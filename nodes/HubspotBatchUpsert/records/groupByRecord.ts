import { mapIn } from './mapIn';
import type { RecordInput } from './recordInput';

/** What items ask for one record, in input order. */
export type SameRecord = [RecordInput, ...RecordInput[]];

/** Finds out which items stand for the same record. Records come in the order of their first items. */
export function groupByRecord(inputs: readonly RecordInput[]): SameRecord[] {
  const groups: SameRecord[] = [];
  /** Places among the groups, by object type, idProperty and id. */
  const known = new Map<string, Map<string, Map<string, number>>>();
  for (const input of inputs) {
    const byId = mapIn(mapIn(known, input.objectType), input.idProperty);
    const place = byId.get(input.id);
    if (place !== undefined) groups[place]?.push(input);
    else {
      byId.set(input.id, groups.length);
      groups.push([input]);
    }
  }
  return groups;
}
