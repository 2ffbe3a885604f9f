import type { RawItem, ReadItems } from '../input/readItems';
import type { Failure } from '../outcome/outcome';
import { identify } from './identify';
import { mapIn } from './mapIn';
import type { Identity } from './recordInput';

/** Items for one record, in input order. */
export interface RecordGroup {
  identity: Identity;
  items: RawItem[];
}

/** An item that stands for no record, with as much of an identity as is known. */
export interface Unidentified {
  index: number;
  identity: Partial<Identity>;
  failure: Failure;
}

/**
 * Finds out which record each item stands for. Records come in the order of their first items.
 *
 * @param idProperties Names of the properties that may identify records, by object type; undefined
 *   where they are not known.
 */
export function groupByRecord(
  items: ReadItems['items'],
  idProperties: ReadonlyMap<string, readonly string[] | undefined>,
): {
  groups: RecordGroup[];
  unidentified: Unidentified[];
} {
  const groups: RecordGroup[] = [];
  /** By object type, idProperty and id. */
  const known = new Map<string, Map<string, Map<string, RecordGroup>>>();
  const unidentified: Unidentified[] = [];
  for (const item of items) {
    const identified = identify(item, idProperties.get(item.objectType));
    if (identified.kind === 'failure') {
      const { index, objectType, idProperty } = item;
      unidentified.push({ index, identity: { objectType, idProperty }, failure: identified });
      continue;
    }
    const { identity } = identified;
    const byId = mapIn(mapIn(known, identity.objectType), identity.idProperty);
    const group = byId.get(identity.id);
    if (group) group.items.push(item);
    else {
      const made: RecordGroup = { identity, items: [item] };
      byId.set(identity.id, made);
      groups.push(made);
    }
  }
  return { groups, unidentified };
}
