import type { Associations, Pair } from './associations';
import type { AssociationDefinition, AssociationType } from './associationTypes';
import type { ObjectTable } from './objectTable';
import type { ObjectType } from './objectTypes';

/** A limit that an account sets: so many records of one type for each record of the other. */
export interface AssociationLimit {
  from: string;
  to: string;
  most: number;
}

/** Two records to associate. */
export interface PairInput extends Pair {
  /** Undefined asks for the default one. */
  types: AssociationType[] | undefined;
}

/** Why two records cannot be associated. */
export type AssociationProblem =
  | { kind: 'invalidId'; id: string }
  | { kind: 'itself'; id: string }
  | { kind: 'wrongType'; type: AssociationType | undefined }
  | { kind: 'notFound'; id: string; type: ObjectType }
  | { kind: 'limit'; id: string; type: ObjectType; other: ObjectType; most: number };

/** What is to happen to one pair. */
export type PlannedPair =
  | {
      kind: 'associate';
      pair: PairInput;
      /** The ids of the records, one of which may be asked for by the id that it had before a merge. */
      now: Pair;
      kinds: AssociationDefinition[];
    }
  | { kind: 'refused'; pair: PairInput; problem: AssociationProblem };

/** The ends of all the pairs of a request, and what holds for them. */
export interface PairRules {
  from: ObjectTable;
  to: ObjectTable;
  associations: Associations;
  limits: readonly AssociationLimit[];
  takesOldIds: boolean;
  /** Whether a spelling means that object type. */
  isType: (spelling: string, type: ObjectType) => boolean;
}

/** Decides what becomes of each pair, without associating: the batch may yet be refused as a whole. */
export function planPairs(pairs: readonly PairInput[], rules: PairRules): PlannedPair[] {
  const planned: Pair[] = [];
  return pairs.map((pair) => {
    const { kinds, wrong } = kindsOf(pair, rules);
    const now = rules.takesOldIds ? pairNow(pair, rules) : pair;
    const problem =
      impossible(now, rules) ??
      wrong ??
      missingEnd(now.fromId, rules.from) ??
      missingEnd(now.toId, rules.to) ??
      overLimit(now, rules, planned);
    if (problem !== undefined) return { kind: 'refused', pair, problem };
    planned.push(now);
    return { kind: 'associate', pair, now, kinds };
  });
}

function pairNow({ fromId, toId }: Pair, { from, to }: PairRules): Pair {
  return { fromId: from.oldIds.now(fromId), toId: to.oldIds.now(toId) };
}

/** What HubSpot refuses without looking for the records. */
function impossible(
  { fromId, toId }: Pair,
  { from, to }: PairRules,
): AssociationProblem | undefined {
  const odd = [fromId, toId].find((id) => !/^\d+$/.test(id));
  if (odd !== undefined) return { kind: 'invalidId', id: odd };
  return from === to && fromId === toId ? { kind: 'itself', id: fromId } : undefined;
}

function kindsOf({ types }: PairInput, { from, to, associations }: PairRules) {
  const ends = [from.type.objectTypeId, to.type.objectTypeId] as const;
  const kinds: AssociationDefinition[] = [];
  let wrong: AssociationProblem | undefined;
  if (types === undefined && associations.types.between(...ends).length === 0) {
    wrong = { kind: 'wrongType', type: undefined };
  }
  for (const type of types ?? []) {
    const kind = associations.types.find(...ends, type);
    if (kind === undefined) wrong ??= { kind: 'wrongType', type };
    else kinds.push(kind);
  }
  return { kinds, wrong };
}

function missingEnd(id: string, { records, type }: ObjectTable): AssociationProblem | undefined {
  return records.has(id) ? undefined : { kind: 'notFound', id, type };
}

function overLimit(
  pair: Pair,
  { from, to, associations, limits, isType }: PairRules,
  planned: readonly Pair[],
): AssociationProblem | undefined {
  const sides = [
    { type: from.type, other: to.type, id: pair.fromId, otherId: pair.toId },
    { type: to.type, other: from.type, id: pair.toId, otherId: pair.fromId },
  ];
  for (const { type, other, id, otherId } of sides) {
    const limit = limits.find((one) => isType(one.from, type) && isType(one.to, other));
    if (limit === undefined) continue;
    const known = associations.kinds(type.objectTypeId, id, other.objectTypeId).keys();
    const others = new Set([...known, ...planned.flatMap((earlier) => partnerOf(id, earlier))]);
    if (!others.has(otherId) && others.size >= limit.most) {
      return { kind: 'limit', id, type, other, most: limit.most };
    }
  }
  return undefined;
}

/** The other record of a pair that a record is in. */
function partnerOf(id: string, { fromId, toId }: Pair): string[] {
  if (id === fromId) return [toId];
  return id === toId ? [fromId] : [];
}
