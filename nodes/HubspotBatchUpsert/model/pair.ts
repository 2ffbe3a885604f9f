import type { AssociationInput, AssociationType, ObjectTypePair } from '../hubspot/types';
import { BatchTarget } from './batchTarget';
import type { Failure } from './outcome';

/** Where pairs of records are associated: two object types, and one set of types of association. */
export class PairTarget extends BatchTarget implements ObjectTypePair {
  constructor(
    readonly fromObjectType: string,
    readonly toObjectType: string,
    /** Undefined for the default association. */
    readonly types: readonly AssociationType[] | undefined,
  ) {
    super();
  }
}

/** A record of the run and another one, associated once however many items ask for it. */
export interface Pair {
  fromId: string;
  toId: string;
  /** What became of it; undefined until it is known. */
  end?: PairEnd;
  /** Who is told when it is known. */
  onEnd: Array<() => void>;
  /** Why HubSpot refused it together with others, until it is sent again. */
  refusal?: Failure;
  /** A request that held it ended so that HubSpot may have associated it without saying so. */
  mayBeAssociated?: boolean;
}

/** Associated, or why not. */
export type PairEnd = 'associated' | Failure;

/** Takes in what became of a pair. */
export function endPair(pair: Pair, end: PairEnd): void {
  pair.end = end;
  for (const tell of pair.onEnd.splice(0)) tell();
}

/** The pair as a request names it. */
export function toAssociationInput(
  { fromId, toId }: Pair,
  { types }: PairTarget,
): AssociationInput {
  return { from: { id: fromId }, to: { id: toId }, ...(types ? { types } : undefined) };
}
