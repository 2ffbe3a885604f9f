import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { endPair, PairTarget, toAssociationInput } from '../../nodes/HubspotBatchUpsert/model/pair';
import { lineItemsToDeals, pairsOf, typeOf } from '../support/pairs';

const [pair] = pairsOf('1>2');

it('a request names the two records, and the types where there are some', () => {
  expect(toAssociationInput(pair!, lineItemsToDeals())).toEqual({
    from: { id: '1' },
    to: { id: '2' },
  });
  expect(toAssociationInput(pair!, lineItemsToDeals())).not.toHaveProperty('types');
  expect(toAssociationInput(pair!, lineItemsToDeals(37, 41))).toEqual({
    from: { id: '1' },
    to: { id: '2' },
    types: [typeOf(37), typeOf(41)],
  });
});

it('a pair that ends tells everybody who waits for it, once', () => {
  const [own] = pairsOf('1>2');
  const told: unknown[] = [];
  own!.onEnd.push(
    () => told.push(own!.end),
    () => told.push('second'),
  );
  endPair(own!, 'associated');
  expect(told).toEqual(['associated', 'second']);
  const failure = ownFailure('NO_OUTCOME', 'no');
  endPair(own!, failure);
  expect(own!.end).toBe(failure);
  expect(told).toHaveLength(2);
});

it('a target holds what its pairs have met', () => {
  const target = new PairTarget('line_items', 'deals', undefined);
  const fault = {
    scope: 'target',
    title: 'a',
    advice: 'b',
    retryable: true,
    throws: false,
  } as const;
  expect(target.fault).toBeUndefined();
  expect(target.batchSize).toBe(100);
  target.report(fault);
  target.report({ ...fault, title: 'an echo' });
  expect(target.fault).toBe(fault);
  target.limitBatches(7);
  target.limitBatches(20);
  expect(target.batchSize).toBe(7);
});
