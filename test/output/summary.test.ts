import { InputNotes } from '../../nodes/HubspotBatchUpsert/model/inputNotes';
import { Ledger, type Entry } from '../../nodes/HubspotBatchUpsert/model/ledger';
import type { Fault } from '../../nodes/HubspotBatchUpsert/model/fault';
import { StrayErrors } from '../../nodes/HubspotBatchUpsert/model/strayErrors';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import { hints } from '../../nodes/HubspotBatchUpsert/output/hints';
import { summarise, tally, type Tally } from '../../nodes/HubspotBatchUpsert/output/summary';

const written = (outcome: 'created' | 'updated' | 'written'): Entry => ({ hubspot: { outcome } });
const unsent: Entry = { traceId: null, failure: ownFailure('MISSING_ID', 'No key') };
const none: Tally = {
  created: 0,
  updated: 0,
  confirmed: 0,
  unchanged: 0,
  skipped: 0,
  wouldCreate: 0,
  wouldUpdate: 0,
  notAssociated: 0,
  failed: 0,
  unknown: 0,
  merged: 0,
  associated: 0,
  reasons: [],
};
const missingId = { items: 1, message: 'No key' };

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
    expect(tally(ledger)).toEqual({
      ...none,
      created: 3,
      updated: 1,
      confirmed: 1,
      failed: 1,
      merged: 2,
      reasons: [missingId],
    });
  });

  it('counts as merged what was sent with another item and refused, too', () => {
    const ledger = ledgerOf([[0, 1, 2], { ...unsent, traceId: 't' }]);
    expect(tally(ledger)).toEqual({
      ...none,
      failed: 3,
      merged: 2,
      reasons: [{ ...missingId, items: 3 }],
    });
  });

  it('counts nothing as merged that never became a record', () => {
    const ledger = ledgerOf([[0, 1], unsent]);
    expect(tally(ledger)).toEqual({ ...none, failed: 2, reasons: [{ ...missingId, items: 2 }] });
  });
});

it('what is not known is counted apart, and failures of one kind are one reason', () => {
  const bad = (value: string): Entry => ({
    traceId: null,
    failure: ownFailure('INVALID_VALUE', `"${value}" is no number`, { property: 'price', value }),
  });
  const lost: Entry = {
    traceId: 't',
    failure: ownFailure('TIMEOUT', 'No answer', { attempted: true }),
    isOutcomeUnknown: true,
  };
  const ledger = ledgerOf([[0], unsent], [[1], bad('a')], [[2], bad('b')], [[3], lost]);
  expect(tally(ledger)).toEqual({
    ...none,
    failed: 3,
    unknown: 1,
    reasons: [
      { items: 2, message: '"a" is no number' },
      { items: 1, message: 'No key' },
      { items: 1, message: 'No answer' },
    ],
  });
});

describe('the run in one line', () => {
  it.each<[Tally, { requests: number; retried: number }, string]>([
    [
      {
        ...none,
        failed: 1_204,
        unknown: 3,
        reasons: [
          { items: 1_200, message: 'a' },
          { items: 3, message: 'b'.repeat(200) },
          { items: 3, message: 'c' },
          { items: 1, message: 'd' },
        ],
      },
      { requests: 1, retried: 0 },
      `0 written, 1,204 not written, 3 not known to be written; 1 request. Reasons, each with an example: 1,200 × a | 3 × ${'b'.repeat(159)}… | 3 × c | and 1 more reason`,
    ],
    [
      { ...none, created: 9617, failed: 383, merged: 347 },
      { requests: 97, retried: 2 },
      '9,617 written (9,617 created), 383 not written; 97 requests, 2 retried, 347 items merged into others.',
    ],
    [
      { ...none, created: 1, updated: 2, confirmed: 3, merged: 1 },
      { requests: 1, retried: 0 },
      '6 written (1 created, 2 updated, 3 confirmed by reading back), 0 not written; 1 request, 1 item merged into others.',
    ],
    [{ ...none, failed: 1 }, { requests: 0, retried: 0 }, '0 written, 1 not written; 0 requests.'],
  ])('%j', (counts, work, line) => {
    expect(summarise(counts, work)).toBe(line);
  });
});

it('notes for the user follow it as warnings', () => {
  const ledger = ledgerOf([[0], written('created')]);
  const traffic = { requests: 2, retried: 0 };
  const inputNotes = new InputNotes();
  const strayErrors = new StrayErrors();
  const run = {
    ledger,
    traffic,
    notes: ['Mind this.'],
    inputNotes,
    strayErrors,
    stopped: undefined,
  };
  expect(hints(run, { timeZone: 'UTC', dryRun: false })).toEqual([
    {
      message: '1 written (1 created), 0 not written; 2 requests.',
      type: 'info',
      location: 'outputPane',
    },
    { message: 'Mind this.', type: 'warning', location: 'outputPane' },
  ]);
});

const leftOut = (property: string) => ({ property, value: 'x', reason: 'It is no number' });

/** A run of one item that was written. */
const finished = (inputNotes = new InputNotes(), strayErrors = new StrayErrors()) => ({
  ledger: ledgerOf([[0], written('created')]),
  traffic: { requests: 1, retried: 0 },
  notes: [],
  inputNotes,
  strayErrors,
  stopped: undefined,
});

it('which fields were matched by name or label is told, and is nothing to be warned of', () => {
  const inputNotes = new InputNotes();
  for (let index = 0; index < 2; index += 1) inputNotes.noteMatched('E-Mail', 'email');
  for (let index = 0; index < 12; index += 1) inputNotes.noteMatched(`F ${index}`, `f${index}`);
  const told = hints(finished(inputNotes), { timeZone: 'UTC', dryRun: false });
  expect(told.slice(1)).toEqual([
    {
      message: expect.stringMatching(
        /^Input fields were matched .*: "E-Mail" as email \(2 items\), .*"F 8" as f8 \(1 item\) and 3 more\.$/,
      ) as string,
      type: 'info',
      location: 'outputPane',
    },
  ]);
});

it('which values were converted is told, with an example', () => {
  const inputNotes = new InputNotes();
  inputNotes.noteRead('amount', '$1,234.50', '1234.5');
  inputNotes.noteRead('amount', '7,5', '7.5');
  inputNotes.noteRead('closedate', 43616, '2019-05-31');
  const told = hints(finished(inputNotes), { timeZone: 'UTC', dryRun: false });
  expect(told[1]).toMatchObject({
    type: 'info',
    message:
      'Values were converted: amount (2, e.g. "$1,234.50" to "1234.5"), closedate (1, e.g. "43616" to "2019-05-31").',
  });
});

it('in which time zone values that name none were read is told', () => {
  const inputNotes = new InputNotes();
  inputNotes.readInTimeZone.add('start');
  expect(
    hints(finished(inputNotes), { timeZone: 'America/New_York', dryRun: false })[1],
  ).toMatchObject({
    type: 'info',
    message: expect.stringMatching(
      /read in America\/New_York: start\..*option Time Zone/,
    ) as string,
  });
});

it('what of the input does not reach HubSpot is told, with what was probably meant', () => {
  const inputNotes = new InputNotes();
  inputNotes.noteIgnored('E-Mail', () => 'perhaps email');
  inputNotes.noteIgnored('E-Mail', () => 'perhaps email');
  inputNotes.noteIgnored('x', () => undefined);
  inputNotes.noteLeftOut(
    new Map([
      [0, [leftOut('name'), leftOut('price')]],
      [1, [leftOut('price')]],
    ]),
  );
  inputNotes.noteReplaced(new Map([[0, ['name', 'price']]]));
  inputNotes.unassociatedItems = 2;
  for (const value of ['M\ufffdller', 'Köln']) inputNotes.noteUndecoded(value);
  const stopped = { title: 'It stopped', advice: 'Go on later.' } as Fault;
  const messages = hints(
    { ...finished(inputNotes), stopped },
    { timeZone: 'UTC', dryRun: false },
  ).map(({ message }) => message);
  expect(messages.slice(1)).toEqual([
    'It stopped. Go on later.',
    expect.stringContaining('"E-Mail" (2 items, perhaps email), "x" (1 item).'),
    expect.stringMatching(
      /^3 values were left out, .* them: price \(2\), name \(1\)\. The field leftOut /,
    ),
    expect.stringMatching(/^2 values were not written/),
    '2 items were skipped, and what they ask to be associated with was left alone, too. To have records associated that HubSpot has already, set Operation to Create or Update.',
    expect.stringMatching(/^1 value holds .* wrong encoding/),
  ]);
});

it('errors of HubSpot for which no record failed are told', () => {
  const strayErrors = new StrayErrors();
  strayErrors.note('The pipeline is full');
  expect(
    hints(finished(undefined, strayErrors), { timeZone: 'UTC', dryRun: false }).slice(1),
  ).toEqual([
    {
      message: 'HubSpot reported an error, and no record failed for it: The pipeline is full',
      type: 'warning',
      location: 'outputPane',
    },
  ]);
});

it('records that could not be associated count as written, and tell why', () => {
  const ledger = new Ledger(3);
  ledger.expectAssociations([0, 1]);
  ledger.settle([0, 1, 2], () => ({ hubspot: { outcome: 'created' } }));
  const made = [{ toObjectType: 'deals', toId: '7', label: '' }];
  ledger.settleAssociations(0, made, ownFailure('NO_OUTCOME', 'Not associated'));
  ledger.settleAssociations(1, made);
  expect(tally(ledger)).toEqual({
    ...none,
    created: 3,
    notAssociated: 1,
    merged: 2,
    associated: 2,
    reasons: [{ items: 1, message: 'Not associated' }],
  });
});

describe('a run of choices', () => {
  const work = { requests: 3, retried: 0 };

  it('is counted by what became of the items, or would', () => {
    const outcomes = ['unchanged', 'skipped', 'skipped', 'wouldCreate', 'wouldUpdate'] as const;
    const records = outcomes.map((outcome, index): [number[], Entry] => [
      [index],
      { hubspot: { outcome } },
    ]);
    expect(tally(ledgerOf(...records))).toEqual({
      ...none,
      ...{ unchanged: 1, skipped: 2, wouldCreate: 1, wouldUpdate: 1 },
    });
  });

  it('tells what was left alone', () => {
    expect(summarise({ ...none, created: 2, unchanged: 1_000, skipped: 3 }, work)).toBe(
      '2 written (2 created), 1,000 unchanged, 3 skipped, 0 not written; 3 requests.',
    );
  });

  it('tells first that nothing was written, and then what would be', () => {
    const counts = { ...none, wouldCreate: 2, wouldUpdate: 1, unchanged: 4, failed: 1 };
    expect(summarise({ ...counts, reasons: [missingId] }, work, true)).toBe(
      'Dry run, nothing was written: 2 would be created, 1 would be updated, 4 unchanged, 1 would not be written; 3 requests. Reasons, each with an example: 1 × No key',
    );
  });
});
