import { errorFile, errorTable } from '../../sandbox/demo/errorSheet';
import { groupFailures, readFailures } from '../../sandbox/demo/failures';

const failure = (index: number, property: string, value: unknown, message: string) => ({
  json: { hubspotError: { category: 'INVALID_VALUE', property, value, message } },
  pairedItem: { item: index },
});

const failures = readFailures([
  failure(0, 'price', '2,55', 'price: "2,55" is not a number'),
  failure(2, 'price', 'free', 'price: "free" is not a number'),
  failure(3, 'day', null, 'no such day'),
]);

describe('the rows that failed', () => {
  it('are grouped by what is wrong, whatever the value', () => {
    const groups = groupFailures(failures);
    expect(groups.map(({ property, message, rows }) => [property, message, rows.length])).toEqual([
      ['price', '"\u2026" is not a number', 2],
      ['day', 'no such day', 1],
    ]);
    expect(groups[0]?.rows[0]).toMatchObject({ index: 0, value: '2,55' });
  });

  it('are grouped whichever record has a value that must be unique', () => {
    const taken = (owner: string) =>
      `Another record (${owner}) already has this value of "sku", which must be unique`;
    const groups = groupFailures(
      readFailures([failure(0, 'sku', 'A', taken('7')), failure(1, 'sku', 'B', taken('8'))]),
    );
    expect(groups.map(({ rows }) => rows.length)).toEqual([2]);
  });

  it('are saved as they stand in the file, with what is wrong beside them', () => {
    const header = ['key', 'Price', 'hubspotError_message'];
    const rows = [1, 2, 3, 4].map((line) => ({ line, cells: [`k${line}`, ' 2,55', 'old'] }));
    expect(errorTable({ header, rows }, failures.slice(0, 1))).toEqual([
      ['key', 'Price', 'hubspotError_message', 'hubspotError_property', 'hubspotError_value'],
      ['k1', ' 2,55', 'price: "2,55" is not a number', 'price', '2,55'],
    ]);
  });

  it.each([
    ['data/sheet.csv', 'out/sheet.errors.csv'],
    ['out/sheet.errors.csv', 'out/sheet.errors-2.csv'],
    ['out/sheet.errors-2.csv', 'out/sheet.errors-3.csv'],
    ['sheet', 'out/sheet.errors.csv'],
  ])('of %s go to %s', (source, expected) => {
    expect(errorFile('out', source)).toBe(expected);
  });
});
