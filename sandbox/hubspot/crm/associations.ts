/** The kind of an association (OpenAPI: AssociationSpec). */
export interface AssociationType {
  associationCategory: string;
  associationTypeId: number;
}

/** An association from one record to another, with every type it has. */
export interface Association {
  fromObjectTypeId: string;
  fromId: string;
  toObjectTypeId: string;
  toId: string;
  types: AssociationType[];
}

/** Type ids of default associations (HubSpot docs, "Associations v4", type id values). */
const DEFAULT_TYPE_IDS = new Map([
  ['0-1>0-2', 279],
  ['0-2>0-1', 280],
  ['0-3>0-1', 3],
  ['0-1>0-3', 4],
  ['0-3>0-2', 341],
  ['0-2>0-3', 342],
  ['0-3>0-8', 19],
  ['0-8>0-3', 20],
  ['0-1>0-5', 15],
  ['0-5>0-1', 16],
  ['0-5>0-2', 339],
]);
const OTHER_DEFAULT_TYPE_ID = 450;

/** The type of the default association between two object types, given by their ids. */
export function defaultAssociation(fromTypeId: string, toTypeId: string): AssociationType {
  const associationTypeId =
    DEFAULT_TYPE_IDS.get(`${fromTypeId}>${toTypeId}`) ?? OTHER_DEFAULT_TYPE_ID;
  return { associationCategory: 'HUBSPOT_DEFINED', associationTypeId };
}

/** The account's associations; the same pair with the same type is kept once. */
export class Associations {
  private readonly pairs = new Map<string, Association>();

  add(pair: Omit<Association, 'types'>, types: readonly AssociationType[]): Association {
    const key = `${pair.fromObjectTypeId}/${pair.fromId}>${pair.toObjectTypeId}/${pair.toId}`;
    const association = this.pairs.get(key) ?? { ...pair, types: [] };
    for (const type of types) {
      if (!association.types.some((known) => isSameType(known, type))) association.types.push(type);
    }
    this.pairs.set(key, association);
    return association;
  }

  all(): Association[] {
    return [...this.pairs.values()];
  }

  /** The associations that start at a record. */
  from(recordId: string): Association[] {
    return this.all().filter(({ fromId }) => fromId === recordId);
  }
}

function isSameType(one: AssociationType, other: AssociationType): boolean {
  return (
    one.associationTypeId === other.associationTypeId &&
    one.associationCategory === other.associationCategory
  );
}
