import { settleOnceKnown } from '../../nodes/HubspotBatchUpsert/associate/itemAssociations';
import { Ledger } from '../../nodes/HubspotBatchUpsert/model/ledger';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { endPair, type Pair, type PairEnd } from '../../nodes/HubspotBatchUpsert/model/pair';

const refused = (message: string) =>
  ownFailure('INVALID_VALUE', message, { attempted: true, stage: 'associate' });

/** A written item that asks to be associated with deals 10, 11, … */
function asked(...ends: PairEnd[]) {
  const ledger = new Ledger(1);
  ledger.expectAssociations([0]);
  ledger.settle([0], () => ({ hubspot: { outcome: 'created' } }));
  const pairs = ends.map((_, index): Pair => ({
    ...{ fromId: '1', toId: String(10 + index), onEnd: [] },
  }));
  const associations = pairs.map((pair) => ({
    association: { toObjectType: 'deals', toId: pair.toId, label: '' },
    pair,
  }));
  settleOnceKnown(0, associations, ledger);
  return { ledger, end: (index: number) => endPair(pairs[index]!, ends[index]!) };
}

it('an item is settled when the last of its pairs has come to its end', () => {
  const { ledger, end } = asked('associated', 'associated');
  end(1);
  expect(ledger.unassociated()).toEqual([0]);
  end(0);
  expect(ledger.unassociated()).toEqual([]);
  expect(ledger.entry(0)).toEqual({
    hubspot: {
      outcome: 'created',
      associations: [
        { toObjectType: 'deals', toId: '10', label: '' },
        { toObjectType: 'deals', toId: '11', label: '' },
      ],
    },
  });
});

it('what is missing is told by reason, each as a sentence; the first has the facts', () => {
  const { ledger, end } = asked(
    refused('A limit is reached. Raise it.'),
    'associated',
    refused('Nobody knows why'),
    refused('A limit is reached. Raise it.'),
  );
  for (const index of [0, 1, 2, 3]) end(index);
  expect(ledger.entry(0)).toMatchObject({
    hubspot: { associations: [{ toId: '11' }] },
    notAssociated: {
      value: '10',
      message:
        'The record is written, but not associated with deals 10, deals 13: A limit is reached. Raise it. Nor with deals 12: Nobody knows why',
    },
  });
});
