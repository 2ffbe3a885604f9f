import type { Failure } from '../model/outcome';
import { ownFailure } from '../model/outcome';
import type { PropertyValues } from '../hubspot/types';
import { quote } from '../values/converted';
import { afterOneAnother, isMultiSelect } from '../values/optionValue';
import type { PropertyDefinitions } from '../hubspot/propertyDefinitions';
import type { SameRecord } from './groupByRecord';
import type { RecordInput, RecordWrite } from '../model/record';

/** What to do with several items for the same record. */
export type DuplicatePolicy = 'merge' | 'keepLast' | 'keepFirst' | 'sequence' | 'reject';

/**
 * Makes one write out of all items for a record, because HubSpot refuses a whole batch for one
 * repeated id.
 *
 * @returns What to write, or why none of it is written.
 */
export function resolveDuplicates(
  inputs: Readonly<SameRecord>,
  policy: DuplicatePolicy,
  catalog: PropertyDefinitions,
): RecordWrite[] | Failure {
  if (policy === 'reject' && inputs.length > 1) return repeated(inputs);
  return toWrites(inputs, policy, catalog);
}

function toWrites(
  group: Readonly<SameRecord>,
  policy: DuplicatePolicy,
  catalog: PropertyDefinitions,
): RecordWrite[] {
  const first = group[0];
  const last = group[group.length - 1] ?? first;
  switch (policy) {
    case 'merge':
      return [write(group, last, mergeProperties(group, catalog))];
    case 'keepLast':
      return [write(group, last)];
    case 'keepFirst':
    case 'reject':
      return [write(group, first)];
    case 'sequence':
      return group.map((input, round) => ({ ...write([input], input), round }));
  }
}

function write(
  group: readonly RecordInput[],
  kept: RecordInput,
  properties = kept.properties,
): RecordWrite {
  return {
    objectType: kept.objectType,
    idProperty: kept.idProperty,
    id: kept.id,
    properties,
    traceId: kept.traceId,
    indexes: group.map(({ index }) => index),
    round: 0,
  };
}

/** Later values win, but options that are to be added do not undo the ones before them. */
function mergeProperties(
  group: Readonly<SameRecord>,
  catalog: PropertyDefinitions,
): PropertyValues {
  if (group.length === 1) return group[0].properties;
  const merged = new Map<string, string>();
  for (const { properties } of group) {
    for (const [name, value] of Object.entries(properties)) {
      const definition = catalog?.get(name);
      const isList = definition !== undefined && isMultiSelect(definition);
      merged.set(name, isList ? afterOneAnother(merged.get(name), value) : value);
    }
  }
  return Object.fromEntries(merged);
}

function repeated(group: Readonly<SameRecord>): Failure {
  const { id, idProperty } = group[0];
  const message = `${group.length} items stand for the record with ${idProperty} ${quote(id)}: leave one of them, or choose another way in the option Duplicates`;
  return ownFailure('DUPLICATE_ID', message, { property: idProperty, value: id });
}
