import type { RawItem, ReadItems } from '../input/readItems';
import type { Failure } from '../outcome/outcome';
import { identify } from './identify';
import { identityKey, type Identity } from './recordInput';

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
  const groups = new Map<string, RecordGroup>();
  const unidentified: Unidentified[] = [];
  for (const item of items) {
    const identified = identify(item, idProperties.get(item.objectType));
    if (identified.kind === 'failure') {
      const { index, objectType, idProperty } = item;
      unidentified.push({ index, identity: { objectType, idProperty }, failure: identified });
      continue;
    }
    const key = identityKey(identified.identity);
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { identity: identified.identity, items: [item] });
  }
  return { groups: [...groups.values()], unidentified };
}
