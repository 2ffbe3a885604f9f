import type { Failure } from '../outcome/outcome';
import { ownFailure } from '../outcome/outcome';
import { quote } from '../values/converted';
import { identityKey, type RecordInput, type RecordWrite } from './recordInput';

/** What to do with several items for the same record. */
export type DuplicatePolicy = 'merge' | 'keepLast' | 'keepFirst' | 'sequence' | 'reject';

/** Items for one record, in input order. */
type Group = [RecordInput, ...RecordInput[]];

export interface Resolved {
  /** What to write, in the order in which the records first appear. */
  writes: RecordWrite[];
  rejected: Array<{ input: RecordInput; failure: Failure }>;
}

/**
 * Makes one record out of all items for it, because HubSpot refuses a whole batch for one repeated
 * id. Records are the same where object type, idProperty and id are.
 */
export function resolveDuplicates(
  inputs: readonly RecordInput[],
  policy: DuplicatePolicy,
): Resolved {
  const resolved: Resolved = { writes: [], rejected: [] };
  for (const group of groupByRecord(inputs)) {
    if (policy === 'reject' && group.length > 1) {
      const rejectOne = reject(group);
      for (const input of group) resolved.rejected.push(rejectOne(input));
    } else for (const write of resolveGroup(group, policy)) resolved.writes.push(write);
  }
  return resolved;
}

function groupByRecord(inputs: readonly RecordInput[]): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const input of inputs) {
    const key = identityKey(input);
    const group = groups.get(key);
    if (group) group.push(input);
    else groups.set(key, [input]);
  }
  return groups.values();
}

function resolveGroup(group: Group, policy: DuplicatePolicy): RecordWrite[] {
  const first = group[0];
  const last = group[group.length - 1] ?? first;
  switch (policy) {
    case 'merge':
      return [write(group, { ...last, properties: mergeProperties(group) })];
    case 'keepLast':
      return [write(group, last)];
    case 'keepFirst':
    case 'reject':
      return [write(group, first)];
    case 'sequence':
      return group.map((input, round) => ({ ...write([input], input), round }));
  }
}

function write(group: readonly RecordInput[], kept: RecordInput): RecordWrite {
  return {
    objectType: kept.objectType,
    idProperty: kept.idProperty,
    id: kept.id,
    properties: kept.properties,
    traceId: kept.traceId,
    indexes: group.map(({ index }) => index),
    round: 0,
  };
}

function mergeProperties(group: Group): RecordInput['properties'] {
  if (group.length === 1) return group[0].properties;
  const merged = Object.create(null) as RecordInput['properties'];
  for (const { properties } of group) Object.assign(merged, properties);
  return merged;
}

function reject(group: Group): (input: RecordInput) => Resolved['rejected'][number] {
  const { id, idProperty } = group[0];
  const message = `${group.length} items stand for the record with ${idProperty} ${quote(id)}: leave one of them, or choose another way in the option Duplicates`;
  return (input) => ({
    input,
    failure: ownFailure('DUPLICATE_ID', message, { property: idProperty, value: id }),
  });
}
