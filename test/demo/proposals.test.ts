import { proposalsOf } from '../../sandbox/demo/proposals';
import type { Cell } from '../../sandbox/demo/file/sheet';
import type { ValueRules } from '../../sandbox/demo/secondOpinion/valueRules';
import { defineProperty } from '../../sandbox/hubspot/properties/definition';

const definitions = new Map(
  [
    defineProperty({ name: 'key', hasUniqueValue: true }),
    defineProperty({ name: 'price', type: 'number' }),
    defineProperty({ name: 'day', type: 'date' }),
  ].map((definition) => [definition.name, definition]),
);
const rules: ValueRules = {
  ...{ numberFormat: 'automatic', dateOrder: 'refuse' },
  ...{ dateNumbers: 'milliseconds', timeZone: '' },
};

function proposals(property: string, cells: Cell[], more: Partial<ValueRules> = {}) {
  const rows = cells.map((cell, row) => ({ key: `k${row}`, [property]: cell }));
  return proposalsOf(rows, { idProperty: 'key', definitions, rules: { ...rules, ...more } });
}

describe('what the demo proposes', () => {
  it('is an order of day and month, first the one that values only make sense in', () => {
    const cells = ['3/4/2024', '5/6/2024', '2/24/2024', '2024-02-01', '', 'never'];
    expect(proposals('day', cells)).toEqual([
      '3 values of `day` need a choice: --date-order monthFirst or dayFirst (1 of them only makes sense month first)',
    ]);
  });

  it('tells where a column holds both orders', () => {
    expect(proposals('day', ['24/2/2024', '25/2/2024', '2/24/2024', '1/2/2024'])).toEqual([
      '4 values of `day` need a choice: --date-order dayFirst or monthFirst (2 of them only make sense day first, 1 only month first)',
    ]);
  });

  it('is the only order that all values make sense in', () => {
    expect(proposals('day', ['24/2/2024', '25/2/2024'])).toEqual([
      '2 values of `day` need a choice: --date-order dayFirst',
    ]);
  });

  it('is that numbers are counts of days', () => {
    expect(proposals('day', [43616, '43617', 1706745600000])).toEqual([
      '2 values of `day` need a choice: --date-numbers spreadsheetDays',
    ]);
  });

  it('is a format of numbers', () => {
    expect(proposals('price', ['12,345', '1,5', 2])).toEqual([
      '1 value of `price` needs a choice: --number-format point or comma',
    ]);
  });

  it('is one also where another value makes a number doubtful', () => {
    expect(proposals('price', ['1.500', '1431,5'])).toEqual([
      '1 value of `price` needs a choice: --number-format point or comma',
    ]);
  });

  it('says what the other choice would have taken', () => {
    expect(proposals('day', ['24/2/2024', '2/24/2024'], { dateOrder: 'dayFirst' })).toEqual([
      '1 value of `day` makes no sense with --date-order dayFirst, but does with monthFirst',
    ]);
  });

  it('is nothing where no choice helps', () => {
    expect(proposals('price', ['a dozen', '', 3])).toEqual([]);
    expect(proposals('key', ['3/4/2024'])).toEqual([]);
  });
});
