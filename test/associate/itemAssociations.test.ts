import {
  settleOnceKnown,
  withoutRecordId,
} from '../../nodes/HubspotBatchUpsert/associate/itemAssociations';
import { Ledger } from '../../nodes/HubspotBatchUpsert/model/ledger';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { endPair } from '../../nodes/HubspotBatchUpsert/model/pair';
import { pairsOf } from '../support/pairs';

/** An item that asks for these pairs, its record written. */
function asking(...names: string[]) {
  const ledger = new Ledger(1);
  ledger.expectAssociations([0]);
  ledger.settle([0], () => ({ hubspot: { outcome: 'created', id: '1' } }));
  const pairs = pairsOf(...names);
  const asked = pairs.map((pair) => ({
    association: {
      toObjectType: 'deals',
      toId: pair.toId,
      label: `L${pair.toId}`,
      type: undefined,
    },
    pair,
  }));
  return { ledger, pairs, settle: () => settleOnceKnown(0, asked, ledger) };
}

const told = (toId: string) => ({ toObjectType: 'deals', toId, label: `L${toId}` });
const failure = (message: string) =>
  ownFailure('INVALID_VALUE', message, { stage: 'associate', attempted: true, code: message });

it('an item without associations is done at once', () => {
  const { ledger, settle } = asking();
  settle();
  expect(ledger.unassociated()).toEqual([]);
  expect(ledger.entry(0)).toEqual({ hubspot: { outcome: 'created', id: '1' } });
});

it('an item is done when the last of its pairs is, and says which there are', () => {
  const { ledger, pairs, settle } = asking('1>7', '1>8', '1>9');
  endPair(pairs[1]!, 'associated');
  settle();
  expect(ledger.unassociated()).toEqual([0]);
  endPair(pairs[2]!, 'associated');
  expect(ledger.unassociated()).toEqual([0]);
  endPair(pairs[0]!, 'associated');
  expect(ledger.unassociated()).toEqual([]);
  const entry = ledger.entry(0);
  expect(entry).toMatchObject({ associations: [told('7'), told('8'), told('9')] });
  expect(entry).not.toHaveProperty('notAssociated');
});

it('all pairs may have ended before', () => {
  const { ledger, pairs, settle } = asking('1>7');
  endPair(pairs[0]!, 'associated');
  settle();
  expect(ledger.entry(0)).toMatchObject({ associations: [told('7')] });
});

it('what is missing is told with the first reason, beside what is there', () => {
  const { ledger, pairs, settle } = asking('1>7', '1>8', '1>9', '1>10');
  settle();
  endPair(pairs[0]!, 'associated');
  endPair(pairs[1]!, failure('full'));
  endPair(pairs[2]!, failure('gone'));
  endPair(pairs[3]!, failure('full'));
  expect(ledger.entry(0)).toMatchObject({
    associations: [told('7')],
    notAssociated: {
      category: 'INVALID_VALUE',
      code: 'full',
      value: '8',
      message:
        'The record is written, but not associated with deals 8, deals 10: full. Nor with deals 9: gone',
    },
  });
});

it('a pair that several items ask for is told to each', () => {
  const { ledger, pairs, settle } = asking('1>7');
  let others = 0;
  pairs[0]!.onEnd.push(() => (others += 1));
  settle();
  endPair(pairs[0]!, failure('no'));
  expect(others).toBe(1);
  expect(ledger.entry(0)).toMatchObject({ notAssociated: { value: '7' } });
});

it('a record whose id is not known cannot be associated, and says so', () => {
  expect(withoutRecordId()).toMatchObject({
    category: 'NO_OUTCOME',
    message: expect.stringContaining('did not tell its record ID') as string,
    retryable: true,
    attempted: true,
    stage: 'associate',
  });
});
