import type { Sandbox } from '../../../sandbox/hubspot/sandbox';
import type { Target } from './target';

/** A kind of record that items want theirs associated with, and what stands between the two. */
export interface OtherType {
  objectType: string;
  /** The unique property by which they are found, besides their record ids; undefined where there is none. */
  keyProperty: string | undefined;
  /** Does HubSpot associate the records of the case with them? */
  isAllowed: boolean;
  /** The type of the default association; 0 where it is none of those that HubSpot documents. */
  defaultTypeId: number;
  labels: readonly KnownLabel[];
}

/** A label that stands between two object types. */
export interface KnownLabel {
  name: string;
  category: 'USER_DEFINED' | 'HUBSPOT_DEFINED';
  typeId: number;
}

/** Records of each other type that are there before the run, and those that are not. */
export const HELD = 4;

/** Record ids of other records are known before the sandbox runs, so that items can name them. */
export function otherId({ objectType }: Pick<OtherType, 'objectType'>, place: number): string {
  return String(31_000_000_001 + FIRST_IDS[objectType]! + place);
}

const FIRST_IDS: Record<string, number> = {
  deals: 0,
  quotes: 100_000_000,
  companies: 200_000_000,
  contacts: 300_000_000,
};

export function otherKey({ objectType }: Pick<OtherType, 'objectType'>, place: number): string {
  return objectType === 'contacts' ? `x${place}@other.org` : `D-${place}`;
}

/** Another address of the other contact in that place. */
export function additionalKey(place: number): string {
  return `also${place}@other.org`;
}

const own = (name: string, typeId: number): KnownLabel => ({
  name,
  category: 'USER_DEFINED',
  typeId,
});

const OF_LINE_ITEMS: readonly OtherType[] = [
  {
    objectType: 'deals',
    keyProperty: 'deal_key',
    isAllowed: true,
    defaultTypeId: 20,
    labels: [own('Upsell', 37), own('Renewal', 41)],
  },
  {
    objectType: 'quotes',
    keyProperty: undefined,
    isAllowed: true,
    defaultTypeId: 68,
    labels: [],
  },
  {
    objectType: 'contacts',
    keyProperty: 'email',
    isAllowed: false,
    defaultTypeId: 0,
    labels: [],
  },
];

const OF_CONTACTS: readonly OtherType[] = [
  {
    objectType: 'companies',
    keyProperty: 'code',
    isAllowed: true,
    defaultTypeId: 279,
    labels: [
      { name: 'Primary', category: 'HUBSPOT_DEFINED', typeId: 1 },
      own('Billing contact', 51),
    ],
  },
  {
    objectType: 'deals',
    keyProperty: 'deal_key',
    isAllowed: true,
    defaultTypeId: 4,
    labels: [own('Decider', 61)],
  },
  {
    objectType: 'contacts',
    keyProperty: 'email',
    isAllowed: true,
    defaultTypeId: 449,
    labels: [],
  },
];

const OF_COMPANIES: readonly OtherType[] = [
  {
    objectType: 'contacts',
    keyProperty: 'email',
    isAllowed: true,
    defaultTypeId: 280,
    labels: [{ name: 'Primary', category: 'HUBSPOT_DEFINED', typeId: 2 }, own('Site contact', 71)],
  },
  {
    objectType: 'deals',
    keyProperty: 'deal_key',
    isAllowed: true,
    defaultTypeId: 342,
    labels: [own('Partner', 81)],
  },
  {
    objectType: 'companies',
    keyProperty: 'code',
    isAllowed: true,
    defaultTypeId: 450,
    labels: [],
  },
];

const BY_OBJECT_TYPE: Readonly<Record<string, readonly OtherType[]>> = {
  line_items: OF_LINE_ITEMS,
  contacts: OF_CONTACTS,
  companies: OF_COMPANIES,
};

/** What the records of a case may be associated with; the first ones are asked for most. */
export function otherTypesOf({ objectType }: Pick<Target, 'objectType'>): readonly OtherType[] {
  return BY_OBJECT_TYPE[objectType]!;
}

/** The labels of the account's own, as a sandbox is told them. */
export function ownLabels(target: Pick<Target, 'objectType'>) {
  return otherTypesOf(target).flatMap(({ objectType, labels }) =>
    labels
      .filter(({ category }) => category === 'USER_DEFINED')
      .map(({ name, typeId }) => ({
        from: target.objectType,
        to: objectType,
        label: name,
        typeId,
      })),
  );
}

/**
 * Puts the other records into the sandbox.
 *
 * @param linked Ids of records of the case's own type that are associated with the first of each type.
 */
export function putOthers(
  { store }: Sandbox,
  target: Pick<Target, 'objectType'>,
  linked: readonly string[],
): void {
  store.addProperty('companies', { name: 'code', hasUniqueValue: true });
  for (const type of otherTypesOf(target)) {
    const { objectType, keyProperty } = type;
    for (let place = 0; place < HELD; place += 1) {
      const properties = keyProperty ? { [keyProperty]: otherKey(type, place) } : {};
      const id = store.put(objectType, properties, otherId(type, place));
      if (objectType === 'contacts') store.addEmail(id, additionalKey(place));
    }
    if (!type.isAllowed) continue;
    for (const id of linked) {
      store.associations.put(target.objectType, id, objectType, otherId(type, 0));
    }
  }
}
