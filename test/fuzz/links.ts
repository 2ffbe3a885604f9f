import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import type { Associating } from './cases/fuzzCase';
import { otherTypesOf } from './cases/otherRecords';

/** The record id of another record by a value of its property, as HubSpot keeps it. */
export type OtherRecords = (
  objectType: string,
  property: string,
  value: string,
) => string | undefined;

/** An association of a record of the case's own type with another one. */
export interface Link {
  fromId: string;
  toObjectType: string;
  toId: string;
  /** All types that it has. */
  typeIds: readonly number[];
}

interface MaybeAssociating {
  target: { objectType: string };
  associating?: Associating;
}

/** The other records that items ask for, as HubSpot had them when this was asked for. */
export function otherRecordsIn(
  { store }: Sandbox,
  { associating }: MaybeAssociating,
): OtherRecords {
  const found = new Map<string, string>();
  const asks = associating?.asks.flat() ?? [];
  for (const { toObjectType, toIdProperty, keys = [] } of asks) {
    for (const key of keys) {
      const record = store.find(toObjectType, toIdProperty, key);
      if (record) found.set([toObjectType, toIdProperty, key].join(), record.id);
    }
  }
  return (...wanted) => found.get(wanted.join());
}

/** What records of the case's own type are associated with. */
export function linksIn({ store }: Sandbox, { target, associating }: MaybeAssociating): Link[] {
  if (associating === undefined) return [];
  return otherTypesOf(target).flatMap(({ objectType: toObjectType }) =>
    store.associations
      .all(target.objectType, toObjectType)
      .map(({ fromId, toId, typeIds }) => ({ fromId, toObjectType, toId, typeIds })),
  );
}
