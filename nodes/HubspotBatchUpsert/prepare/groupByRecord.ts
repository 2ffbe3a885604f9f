import { mapIn } from './mapIn';
import type { RecordInput } from '../model/record';

/** What items ask for one record, in input order. */
export type SameRecord = [RecordInput, ...RecordInput[]];

/** Finds out which items stand for the same record. Records come in the order of their first items. */
export function groupByRecord(inputs: readonly RecordInput[]): SameRecord[] {
  const groups: SameRecord[] = [];
  /** By object type, idProperty and id. */
  const known = new Map<string, Map<string, Map<string, SameRecord>>>();
  for (const input of inputs) {
    const byId = mapIn(mapIn(known, input.objectType), input.idProperty);
    const group = byId.get(input.id);
    if (group) group.push(input);
    else {
      const made: SameRecord = [input];
      byId.set(input.id, made);
      groups.push(made);
    }
  }
  return groups;
}
