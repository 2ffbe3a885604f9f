/** The kind of an association as requests name it (OpenAPI: AssociationSpec). */
export interface AssociationType {
  associationCategory: string;
  associationTypeId: number;
}

/** A kind of association that an object type may have with another one. */
export interface AssociationDefinition {
  category: string;
  typeId: number;
  /** Null for the default one, which has no label. */
  label: string | null;
  /** The same association seen from the other record. */
  inverseTypeId: number;
}

/** A label of the account's own. */
export interface LabelDraft {
  label: string;
  /** Left out: the next free one. */
  typeId?: number;
  /** How the other record's side is called, where it is called otherwise. */
  inverseLabel?: string;
  inverseTypeId?: number;
}

/** HubSpot docs, "Associations v4", type id values: there and back. */
const DEFAULT_TYPE_IDS = bothWays([
  ['0-1', '0-1', 449, 449],
  ['0-2', '0-2', 450, 450],
  ['0-3', '0-3', 451, 451],
  ['0-5', '0-5', 452, 452],
  ['0-1', '0-2', 279, 280],
  ['0-3', '0-1', 3, 4],
  ['0-3', '0-2', 341, 342],
  ['0-3', '0-8', 19, 20],
  ['0-1', '0-5', 15, 16],
  ['0-5', '0-2', 339, 340],
  ['0-3', '0-5', 27, 28],
  ['0-3', '0-14', 63, 64],
  ['0-14', '0-8', 67, 68],
]);
const PRIMARY_TYPE_IDS = bothWays([
  ['0-1', '0-2', 1, 2],
  ['0-3', '0-2', 5, 6],
  ['0-5', '0-2', 26, 25],
]);
/** Made up, for pairs whose number does not matter. */
const OTHER_DEFAULT_TYPE_ID = 9_999;

/** Object types that can be associated with these alone: line items with what is sold by them. */
const ONLY_WITH = new Map([
  [
    '0-8',
    ['0-3', '0-14', '0-53', '0-123', '0-142', '0-69', '0-101', '0-84', '0-85', '0-86'] as string[],
  ],
  ['0-7', []],
]);

/** Which associations the account's object types may have with one another. By object type ids. */
export class AssociationTypes {
  /** By pair of object types, as far as it was asked for. */
  private readonly definitions = new Map<string, readonly AssociationDefinition[]>();
  private lastLabelId = 0;

  /** Adds a label to a pair of object types, in both directions. */
  addLabel(from: string, to: string, draft: LabelDraft): AssociationDefinition {
    const isSymmetric = from === to && draft.inverseLabel === undefined;
    const typeId = draft.typeId ?? this.lastLabelId + 1;
    const inverseTypeId = isSymmetric ? typeId : (draft.inverseTypeId ?? typeId + 1);
    this.lastLabelId = Math.max(this.lastLabelId, typeId, inverseTypeId);
    const category = 'USER_DEFINED';
    const there = { category, typeId, label: draft.label, inverseTypeId };
    this.keep(from, to, there);
    if (!isSymmetric) {
      const label = draft.inverseLabel ?? draft.label;
      this.keep(to, from, { category, typeId: inverseTypeId, label, inverseTypeId: typeId });
    }
    return there;
  }

  /** The default one first, then HubSpot's labels, then the account's; none where none is allowed. */
  between(from: string, to: string): readonly AssociationDefinition[] {
    const key = `${from}>${to}`;
    const known = this.definitions.get(key);
    if (known) return known;
    const definitions = isAllowed(from, to) && isAllowed(to, from) ? hubspotDefined(from, to) : [];
    this.definitions.set(key, definitions);
    return definitions;
  }

  /** What a request means by a type, where the pair has it. */
  find(
    from: string,
    to: string,
    { associationCategory, associationTypeId }: AssociationType,
  ): AssociationDefinition | undefined {
    return this.between(from, to).find(
      ({ category, typeId }) => category === associationCategory && typeId === associationTypeId,
    );
  }

  private keep(from: string, to: string, definition: AssociationDefinition): void {
    if (this.between(from, to).length === 0) {
      throw new Error(`The sandbox associates no ${from} with ${to}`);
    }
    this.definitions.set(`${from}>${to}`, [...this.between(from, to), definition]);
  }
}

function hubspotDefined(from: string, to: string): AssociationDefinition[] {
  const there = `${from}>${to}`;
  const back = `${to}>${from}`;
  const category = 'HUBSPOT_DEFINED';
  const standard = {
    category,
    typeId: DEFAULT_TYPE_IDS.get(there) ?? OTHER_DEFAULT_TYPE_ID,
    label: null,
    inverseTypeId: DEFAULT_TYPE_IDS.get(back) ?? OTHER_DEFAULT_TYPE_ID,
  };
  const typeId = PRIMARY_TYPE_IDS.get(there);
  const inverseTypeId = PRIMARY_TYPE_IDS.get(back);
  return typeId === undefined || inverseTypeId === undefined
    ? [standard]
    : [standard, { category, typeId, label: 'Primary', inverseTypeId }];
}

function isAllowed(from: string, to: string): boolean {
  return ONLY_WITH.get(from)?.includes(to) ?? true;
}

function bothWays(
  rows: [from: string, to: string, there: number, back: number][],
): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap(([from, to, there, back]) => [
      [`${from}>${to}`, there] as const,
      [`${to}>${from}`, back] as const,
    ]),
  );
}
