import { errorFile, errorTable } from '../../sandbox/demo/errorSheet';
import type { INodeExecutionData } from 'n8n-workflow';
import { groupFailures, raggedFailures, readFailures } from '../../sandbox/demo/failures';
import type { Sheet } from '../../sandbox/demo/file/sheet';

const failure = (index: number, property: string, value: unknown, message: string) => ({
  json: { hubspotError: { category: 'INVALID_VALUE', property, value, message } },
  pairedItem: { item: index },
});

const rows = [1, 2, 3, 4].map((line) => ({ line, cells: ['old', `k${line}`, ' 2,55'] }));
const sheet: Sheet = {
  ...{ header: ['hubspotError_message', 'key', 'Price'], rows },
  ...{ ragged: [{ line: 5, cells: ['old', 'k5'], reason: 'too short' }] },
  ...{ place: 'line', dateColumns: new Set() },
};

const read = (items: INodeExecutionData[]) => readFailures(items, sheet);

const failures = read([
  failure(0, 'price', '2,55', 'price: "2,55" is not a number'),
  failure(2, 'price', 'free', 'price: "free" is not a number'),
  failure(3, 'day', null, 'no such day'),
]);

describe('the rows that failed', () => {
  it('are grouped by property and reason, whatever the value, with one example each', () => {
    const groups = groupFailures(failures);
    expect(groups.map(({ reason, count }) => [reason, count])).toEqual([
      ['"\u2026" is not a number', 2],
      ['no such day', 1],
    ]);
    expect(groups[0]?.example).toMatchObject({
      row: { line: 1 },
      property: 'price',
      value: '2,55',
    });
  });

  it.each([
    [
      'readings of the value',
      'price: "12,345" is 12345 or 12.345: set the option Number Format',
      'price: "1,999" is 1999 or 1.999: set the option Number Format',
    ],
    [
      'dates of the value',
      'price: "3/4/26" is 3 April 2026 or 4 March 2026: set the option Date Order',
      'price: "1/9/26" is 1 September 2026 or 9 January 2026: set the option Date Order',
    ],
    [
      'options nearest to the value',
      'price: "a" is not one of the options: ab, ac and 9 more',
      'price: "x" is not one of the options: xy, xz and 9 more',
    ],
    [
      'a record that has the value already',
      'Another record (7) already has this value of "price", which must be unique',
      'Another record (8) already has this value of "price", which must be unique',
    ],
  ])('are grouped whatever %s is named', (_, one, other) => {
    const given = [failure(0, 'price', 'x', one), failure(1, 'price', 'y', other)];
    expect(groupFailures(read(given)).map(({ count }) => count)).toEqual([2]);
  });

  it('are grouped apart where another property failed', () => {
    const given = [failure(0, 'price', 'x', 'no'), failure(1, 'cost', 'x', 'no')];
    expect(groupFailures(read(given))).toHaveLength(2);
  });

  it('are saved as they stand in the file, with what is wrong before them', () => {
    const all = [...failures.slice(0, 1), ...raggedFailures(sheet)];
    expect(errorTable(sheet.header, all)).toEqual([
      [
        ...['hubspotError_message', 'hubspotError_property', 'hubspotError_value'],
        ...['hubspotError_line', 'key', 'Price'],
      ],
      ['price: "2,55" is not a number', 'price', '2,55', 1, 'k1', ' 2,55'],
      ['too short', '', '', 5, 'k5'],
    ]);
  });

  it.each([
    ['data/sheet.csv', 'out/sheet.errors.csv'],
    ['out/sheet.errors.csv', 'out/sheet.errors-2.csv'],
    ['out/sheet.errors-2.csv', 'out/sheet.errors-3.csv'],
    ['sheet', 'out/sheet.errors.csv'],
  ])('of %s go to %s', (source, expected) => {
    expect(errorFile('out', source, '.csv')).toBe(expected);
  });
});
