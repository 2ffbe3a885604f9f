import { Ledger, type Entry } from '../../nodes/HubspotBatchUpsert/model/ledger';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { hints } from '../../nodes/HubspotBatchUpsert/output/hints';
import { summarise, tally } from '../../nodes/HubspotBatchUpsert/output/summary';

const written = (outcome: 'created' | 'updated' | 'written'): Entry => ({ hubspot: { outcome } });
const unsent: Entry = { traceId: null, failure: ownFailure('MISSING_ID', '') };
const none = { created: 0, updated: 0, confirmed: 0, failed: 0, merged: 0 };

function ledgerOf(...records: Array<[indexes: number[], entry: Entry]>) {
  const ledger = new Ledger(records.flatMap(([indexes]) => indexes).length);
  for (const [indexes, entry] of records) ledger.settle(indexes, () => entry);
  return ledger;
}

describe('the tally of a run', () => {
  it('counts items by what became of them', () => {
    const ledger = ledgerOf(
      [[0, 1, 2], written('created')],
      [[3], written('updated')],
      [[4], written('written')],
      [[5], unsent],
    );
    expect(tally(ledger)).toEqual({ created: 3, updated: 1, confirmed: 1, failed: 1, merged: 2 });
  });

  it('counts as merged what was sent with another item and refused, too', () => {
    const ledger = ledgerOf([[0, 1, 2], { ...unsent, traceId: 't' }]);
    expect(tally(ledger)).toEqual({ ...none, failed: 3, merged: 2 });
  });

  it('counts nothing as merged that never became a record', () => {
    const ledger = ledgerOf([[0, 1], unsent]);
    expect(tally(ledger)).toEqual({ ...none, failed: 2 });
  });
});

describe('the run in one line', () => {
  it.each([
    [
      { ...none, created: 9617, failed: 383, merged: 347 },
      { requests: 97, retried: 2 },
      '9,617 written (9,617 created), 383 not written; 97 requests, 2 retried, 347 rows merged into others.',
    ],
    [
      { ...none, created: 1, updated: 2, confirmed: 3, merged: 1 },
      { requests: 1, retried: 0 },
      '6 written (1 created, 2 updated, 3 confirmed by reading back), 0 not written; 1 request, 1 row merged into others.',
    ],
    [{ ...none, failed: 1 }, { requests: 0, retried: 0 }, '0 written, 1 not written; 0 requests.'],
  ])('%j', (counts, work, line) => {
    expect(summarise(counts, work)).toBe(line);
  });
});

it('notes for the user follow it as warnings', () => {
  const ledger = ledgerOf([[0], written('created')]);
  expect(hints({ ledger, traffic: { requests: 2, retried: 0 }, notes: ['Mind this.'] })).toEqual([
    {
      message: '1 written (1 created), 0 not written; 2 requests.',
      type: 'info',
      location: 'outputPane',
    },
    { message: 'Mind this.', type: 'warning', location: 'outputPane' },
  ]);
});
