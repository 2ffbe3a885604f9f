import { checkOutcomes, checkUntouched } from '../../sandbox/demo/outcomeChecks';
import { changesOf, tallyOf } from '../../sandbox/demo/tally';

const item = (index: number, hubspot: object) => ({
  json: { hubspot: { ...hubspot } },
  pairedItem: { item: index },
});
const record = (id: string, name: string) => ({
  ...{ id, properties: { name } },
  ...{ createdAt: '', updatedAt: '' },
});

describe('what rows say of their records', () => {
  it.each([
    ['created', 'created', false, true],
    ['created', 'written', false, true],
    ['created', 'updated', false, false],
    ['created', 'wouldCreate', true, true],
    ['created', 'created', true, false],
    ['updated', 'wouldUpdate', true, true],
    ['updated', 'wouldUpdate', false, false],
    ['unchanged', 'unchanged', true, true],
    ['skipped', 'unchanged', false, false],
  ] as const)('expected to be %s, it says %s (dry run: %s)', (expected, outcome, isDry, isTrue) => {
    const outputs = { success: [item(0, { outcome })], error: [] };
    const check = checkOutcomes(outputs, { outcomes: new Map([[0, expected]]) }, isDry);
    expect(check.objections).toHaveLength(isTrue ? 0 : 1);
  });

  it('a row that was to fail and says something else is objected to', () => {
    const outputs = { success: [item(0, { outcome: 'created' })], error: [] };
    expect(checkOutcomes(outputs, { outcomes: new Map() }, false).objections).toEqual([
      'row 1 says created, not that it failed',
    ]);
  });
});

describe('an account that nothing was written into', () => {
  const before = [record('1', 'one')];

  it('is as before, and was only asked', () => {
    const log = [{ operation: 'read' }, { operation: 'properties' }];
    expect(checkUntouched(before, before, log).objections).toEqual([]);
  });

  it.each([
    ['a value that changed', [record('1', 'two')], [], '1 is not as before'],
    ['a record more', [...before, record('2', 'two')], [], '2 is not as before'],
    ['a record less', [], [], '1 is gone'],
    ['a request that writes', before, [{ operation: 'upsert' }], 'a request was sent to upsert'],
    ['a request of no kind', before, [{ operation: undefined }], 'sent to undefined'],
  ])('objects to %s', (_, stored, log, objection) => {
    expect(checkUntouched(stored, before, log).objections).toEqual([
      expect.stringContaining(objection),
    ]);
  });
});

it('rows are counted by what became of them, records by their ids', () => {
  const outcomes = ['created', 'updated', 'written', 'unchanged', 'skipped', 'wouldCreate'];
  const rows = outcomes.map((outcome, index) => item(index, { outcome, id: String(index % 2) }));
  expect(tallyOf(rows)).toEqual({
    ...{ rows: 3, records: 2, created: 1, updated: 1, confirmed: 1 },
    ...{ unchanged: 1, skipped: 1, wouldCreate: 1, wouldUpdate: 0 },
  });
});

it('what replaces a value is shown before what fills an empty property', () => {
  const rows = [{ line: 2, cells: [] }];
  const changes = { name: { from: null, to: 'one' }, price: { from: '1', to: '2' } };
  const sheet = { header: [], rows, ragged: [], place: 'line', dateColumns: new Set<number>() };
  expect(changesOf([item(0, { changes })], { ...sheet, place: 'line' })).toEqual([
    { line: 2, property: 'price', from: '1', to: '2' },
    { line: 2, property: 'name', from: null, to: 'one' },
  ]);
});
