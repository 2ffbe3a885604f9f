import { PairTarget, type Pair } from '../../nodes/HubspotBatchUpsert/model/pair';
import type { Failure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import type { AssociationType } from '../../nodes/HubspotBatchUpsert/hubspot/types';

/** Line items with deals, by the default association, or by the account's own types. */
export function lineItemsToDeals(...typeIds: number[]): PairTarget {
  return new PairTarget(
    'line_items',
    'deals',
    typeIds.length > 0 ? typeIds.map(typeOf) : undefined,
  );
}

/** A type of the account's own. */
export function typeOf(associationTypeId: number): AssociationType {
  return { associationCategory: 'USER_DEFINED', associationTypeId };
}

/** Each given as `1>2`. */
export function pairsOf(...names: string[]): Pair[] {
  return names.map((name) => {
    const [fromId = '', toId = ''] = name.split('>');
    return { fromId, toId, onEnd: [] };
  });
}

export function nameOf({ fromId, toId }: Pair): string {
  return `${fromId}>${toId}`;
}

/** How each pair ended: associated, or its failure's category; undefined where it has not. */
export function pairEndsOf(pairs: readonly Pair[]): Array<string | undefined> {
  return pairs.map(({ end }) => (typeof end === 'object' ? end.category : end));
}

export function pairFailureOf({ end, ...pair }: Pair): Failure {
  if (typeof end !== 'object') throw new Error(`The pair ${nameOf(pair)} did not fail`);
  return end;
}
