import { Ledger, type Entry } from '../../nodes/HubspotBatchUpsert/model/ledger';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';

const failure = ownFailure('MISSING_ID', 'no id');
const failed: Entry = { traceId: null, failure };
const written: Entry = { hubspot: { outcome: 'created', id: '1' } };

/** Of four items: two written, one failed, one not settled yet. */
function ledger() {
  const filled = new Ledger(4);
  filled.settle([0, 3], () => written);
  filled.settle([1], () => failed);
  return filled;
}

it('items are unsettled until they have an outcome', () => {
  expect(new Ledger(3).unsettled()).toEqual([0, 1, 2]);
  expect(ledger().unsettled()).toEqual([2]);
  expect(ledger().size).toBe(4);
});

it.each([
  ['of an item that failed', 1, failure],
  ['of one that was written', 0, undefined],
  ['of one without an outcome', 2, undefined],
  ['of none', undefined, undefined],
])('the failure %s', (_, index, expected) => {
  expect(ledger().failureOf(index)).toBe(expected);
});

it('something is written once a single item is, whatever fails after it', () => {
  const filled = new Ledger(3);
  expect(filled.holdsWritten).toBe(false);
  filled.settle([0], () => failed);
  expect(filled.holdsWritten).toBe(false);
  filled.settle([1], () => written);
  expect(filled.holdsWritten).toBe(true);
  filled.settle([2], () => failed);
  expect(filled.holdsWritten).toBe(true);
});

it('an entry can be looked at often and taken once', () => {
  const filled = ledger();
  expect([filled.entry(3), filled.entry(3), filled.take(3)]).toEqual([written, written, written]);
  expect(() => filled.take(3)).toThrow('Item 3 was left without an outcome');
  expect(filled.entry(0)).toBe(written);
});

it('no item carries what another one does', () => {
  const filled = new Ledger(2);
  filled.settle([0, 1], () => ({ hubspot: { outcome: 'created' } }));
  expect(filled.entry(0)).toEqual(filled.entry(1));
  expect(filled.entry(0)).not.toBe(filled.entry(1));
});

it('an item has one outcome, and no other after it', () => {
  const filled = ledger();
  expect(() => filled.settle([2, 1], () => written)).toThrow('Item 1 was given a second outcome');
  expect(filled.failureOf(1)).toBe(failure);
});

it('an item without an outcome is a fault', () => {
  expect(() => ledger().entry(2)).toThrow('Item 2 was left without an outcome');
});

describe('associations', () => {
  const made = [{ toObjectType: 'deals', toId: '7', label: '' }];
  const missing = ownFailure('NO_OUTCOME', 'no', { stage: 'associate' });
  const ofItem = (index: number, filled: Ledger) => filled.entry(index);

  /** As above; items 0, 1 and 2 also ask for associations. */
  function associating() {
    const filled = new Ledger(4);
    filled.expectAssociations([0, 1, 2]);
    filled.settle([0], () => ({ hubspot: { outcome: 'created', id: '10' } }));
    filled.settle([1], () => failed);
    filled.settle([3], () => ({ hubspot: { outcome: 'created', id: '13' } }));
    return filled;
  }

  it('are waited for by items whose records are written', () => {
    const filled = associating();
    expect(filled.unassociated()).toEqual([0]);
    filled.settle([2], () => ({ hubspot: { outcome: 'updated', id: '12' } }));
    expect(filled.unassociated()).toEqual([0, 2]);
    filled.settleAssociations(0, made);
    expect(filled.unassociated()).toEqual([2]);
    expect(ledger().unassociated()).toEqual([]);
  });

  it('stand with the record that has them, and are counted', () => {
    const filled = associating();
    const twice = [...made, ...made];
    filled.settleAssociations(0, twice);
    twice.pop();
    expect(ofItem(0, filled)).toEqual({
      hubspot: { outcome: 'created', id: '10' },
      associations: [...made, ...made],
    });
    expect(filled.associated).toBe(2);
    expect(filled.holdsWritten).toBe(true);
  });

  it('that are missing stand beside it, with those that were made', () => {
    const filled = associating();
    filled.settleAssociations(0, made, missing);
    expect(ofItem(0, filled)).toEqual({
      hubspot: { outcome: 'created', id: '10' },
      associations: made,
      notAssociated: missing,
    });
    expect(filled.associated).toBe(1);
    expect(filled.failureOf(0)).toBeUndefined();
  });

  it('of which there are none leave the record as it is', () => {
    const filled = associating();
    filled.settleAssociations(0, []);
    expect(ofItem(0, filled)).toEqual({ hubspot: { outcome: 'created', id: '10' } });
    expect(Object.keys(ofItem(0, filled))).toEqual(['hubspot']);
    expect(filled.associated).toBe(0);
  });

  it.each([
    ['failed', 1, 'Item 1 has no record to associate'],
    ['is not known yet', 2, 'Item 2 was left without an outcome'],
    ['asked for none', 3, 'Item 3 has no record to associate'],
  ])('of an item that %s cannot be told', (_, index, message) => {
    const filled = associating();
    expect(() => filled.settleAssociations(index, made)).toThrow(message);
    expect(filled.associated).toBe(0);
  });

  it('are told once', () => {
    const filled = associating();
    filled.settleAssociations(0, made);
    expect(() => filled.settleAssociations(0, made)).toThrow('Item 0 has no record to associate');
  });
});

describe('the record of an item', () => {
  it.each([
    ['that was written', 0, true],
    ['that failed', 1, false],
    ['that is not known yet', 2, false],
    ['of none', undefined, false],
  ])('%s: what did it come to?', (_, index, isThere) => {
    expect(ledger().outcomeOf(index)).toBe(isThere ? 'created' : undefined);
    expect(ledger().recordIdOf(index)).toBe(isThere ? '1' : undefined);
  });

  it.each([undefined, 7, null])('has no id where HubSpot told %j', (id) => {
    const filled = new Ledger(1);
    filled.settle([0], () => ({
      hubspot: { outcome: 'created', ...(id !== undefined && { id }) },
    }));
    expect(filled.outcomeOf(0)).toBe('created');
    expect(filled.recordIdOf(0)).toBeUndefined();
  });
});
