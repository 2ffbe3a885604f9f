import { AssociationTypes } from './associationTypes';
import type { AssociationDefinition, LabelDraft } from './associationTypes';

/** Two records that are associated, seen from the first. */
export interface Association {
  fromId: string;
  toId: string;
  /** Without the default one, which has none. */
  labels: string[];
  typeIds: number[];
}

/** The ids of two records. */
export interface Pair {
  fromId: string;
  toId: string;
}

type Kinds = readonly AssociationDefinition[];

/**
 * The account's associations. Each can be seen from both records, as HubSpot shows it; the same pair
 * with the same type is kept once. Object types may be spelled as anywhere.
 */
export class Associations {
  readonly types = new AssociationTypes();
  /** By pair of object types, then by the one record, then by the other. */
  private readonly pairs = new Map<string, Map<string, Map<string, AssociationDefinition[]>>>();

  /** @param typeIdOf The object type's id, of any spelling. */
  constructor(private readonly typeIdOf: (objectType: string) => string) {}

  /** Adds a label that records of these types may be associated with. */
  addLabel(fromObjectType: string, toObjectType: string, draft: LabelDraft): AssociationDefinition {
    return this.types.addLabel(this.typeIdOf(fromObjectType), this.typeIdOf(toObjectType), draft);
  }

  /** Associates two records directly, past every rule. For arranging tests. */
  put(
    fromObjectType: string,
    fromId: string,
    toObjectType: string,
    toId: string,
    ...labels: string[]
  ): void {
    const kinds = this.kindsBetween(fromObjectType, toObjectType);
    const named = labels.map((name) => {
      const kind = kinds.find(({ label }) => label === name);
      if (kind === undefined) throw new Error(`The sandbox has no association label ${name}`);
      return kind;
    });
    this.add(fromObjectType, toObjectType, { fromId, toId }, named);
  }

  /** Associates two records with these kinds, and with the default one, which all the others imply. */
  add(fromObjectType: string, toObjectType: string, { fromId, toId }: Pair, kinds: Kinds): void {
    const [standard] = this.kindsBetween(fromObjectType, toObjectType);
    const there = standard === undefined ? kinds : [standard, ...kinds];
    this.keep(fromObjectType, toObjectType, { fromId, toId }, there);
    const back = this.kindsBetween(toObjectType, fromObjectType);
    const inverse = there.flatMap(({ category, inverseTypeId }) =>
      back.filter((kind) => kind.category === category && kind.typeId === inverseTypeId),
    );
    this.keep(toObjectType, fromObjectType, { fromId: toId, toId: fromId }, inverse);
  }

  /** All associations of the one object type's records with the other's. */
  all(fromObjectType: string, toObjectType: string): Association[] {
    const records = this.of(fromObjectType, toObjectType).keys();
    return [...records].flatMap((id) => this.from(fromObjectType, id, toObjectType));
  }

  /** A record's associations with records of another type. */
  from(fromObjectType: string, fromId: string, toObjectType: string): Association[] {
    return Array.from(this.kinds(fromObjectType, fromId, toObjectType), ([toId, kinds]) => ({
      fromId,
      toId,
      labels: kinds.flatMap(({ label }) => label ?? []),
      typeIds: kinds.map(({ typeId }) => typeId),
    }));
  }

  /** A record's associations by the id of the other record. */
  kinds(fromObjectType: string, fromId: string, toObjectType: string): ReadonlyMap<string, Kinds> {
    return this.of(fromObjectType, toObjectType).get(fromId) ?? new Map<string, Kinds>();
  }

  /** Ends all associations of a record. */
  remove(objectType: string, id: string): void {
    const typeId = this.typeIdOf(objectType);
    for (const [key, byRecord] of this.pairs) {
      const [from, to] = key.split('>');
      if (from === typeId) byRecord.delete(id);
      if (to === typeId) for (const others of byRecord.values()) others.delete(id);
    }
  }

  /** Gives all associations of a record to another one of its type. */
  move(objectType: string, fromId: string, toId: string): void {
    const typeId = this.typeIdOf(objectType);
    for (const [key, byRecord] of [...this.pairs]) {
      const [from = '', to = ''] = key.split('>');
      if (from === typeId) {
        const others = byRecord.get(fromId) ?? new Map<string, AssociationDefinition[]>();
        others.forEach((kinds, id) => this.keep(from, to, { fromId: toId, toId: id }, kinds));
      }
      if (to !== typeId) continue;
      for (const [id, others] of [...byRecord]) {
        const kinds = others.get(fromId);
        if (kinds) this.keep(from, to, { fromId: id, toId }, kinds);
      }
    }
    this.remove(objectType, fromId);
  }

  private kindsBetween(fromObjectType: string, toObjectType: string): Kinds {
    return this.types.between(this.typeIdOf(fromObjectType), this.typeIdOf(toObjectType));
  }

  private of(fromObjectType: string, toObjectType: string) {
    const key = `${this.typeIdOf(fromObjectType)}>${this.typeIdOf(toObjectType)}`;
    return this.pairs.get(key) ?? new Map<string, Map<string, AssociationDefinition[]>>();
  }

  private keep(from: string, to: string, { fromId, toId }: Pair, kinds: Kinds): void {
    const byRecord = this.of(from, to);
    const others = byRecord.get(fromId) ?? new Map<string, AssociationDefinition[]>();
    const known = others.get(toId) ?? [];
    const fresh = kinds.filter(
      ({ category, typeId }) =>
        !known.some((kind) => kind.category === category && kind.typeId === typeId),
    );
    others.set(toId, [...known, ...fresh]);
    byRecord.set(fromId, others);
    this.pairs.set(`${this.typeIdOf(from)}>${this.typeIdOf(to)}`, byRecord);
  }
}
