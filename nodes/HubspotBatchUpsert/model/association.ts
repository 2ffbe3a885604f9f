import type { AssociationType } from '../hubspot/types';

/** Another record that an item wants its own associated with, as the item names it. */
export interface AssociationWish {
  toObjectType: string;
  /** The property by which the other record is found; `hs_object_id` stands for its record id. */
  toIdProperty: string;
  /** Its value of that property, as it came: a single value. */
  toId: unknown;
  /** Empty for the default association; else its name, or `CATEGORY:typeId`. */
  label: string;
}

/** Another record that an item wants its own associated with, as HubSpot has told which one it is. */
export interface Association {
  toObjectType: string;
  /** The other record's id. */
  toId: string;
  /** Empty for the default association; else its name, or `CATEGORY:typeId` where it has none. */
  label: string;
  /** Undefined for the default association. */
  type?: AssociationType;
}

/** What one item wants its record associated with. */
export interface ItemAssociations {
  index: number;
  associations: readonly Association[];
}

/** Do both associate a record with the same other one, by the same type? */
export function isSameAssociation(one: Association, other: Association): boolean {
  return (
    one.toObjectType === other.toObjectType &&
    one.toId === other.toId &&
    isSameType(one.type, other.type)
  );
}

/** Undefined stands for the default association. */
export function isSameType(
  one: AssociationType | undefined,
  other: AssociationType | undefined,
): boolean {
  return (
    one?.associationCategory === other?.associationCategory &&
    one?.associationTypeId === other?.associationTypeId
  );
}
