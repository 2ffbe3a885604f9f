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
