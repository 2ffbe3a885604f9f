import { DecimalMarks } from '../../nodes/HubspotBatchUpsert/prepare/decimalMarks';

const price = { name: 'price', type: 'number' };
const note = { name: 'note', type: 'string' };

/** Indexes of the values of price that are in doubt. */
function doubtful(values: unknown[], numberFormat: 'automatic' | 'point' = 'automatic') {
  const marks = new DecimalMarks(numberFormat);
  values.forEach((value, index) => marks.note(index, price, value));
  return [...marks.doubtfulValues().keys()];
}

it.each<[string, unknown[], number[]]>([
  ['no decimal comma', ['1.500', '1,234.50'], []],
  ['one before', ['1431,5', '1.500'], [1]],
  ['one after', ['1.500', '2.500', '1431,5'], [0, 1]],
  ['in a box and a list', [['1431,5'], new String('1.500')], [1]],
  ['several values', [['1431,5', '2'], '1.500'], []],
  ['a JSON number', [1.125, '1431,5'], []],
  ['an object', [{ a: '1,5' }, '1.500'], []],
])('%s', (_, values, expected) => {
  expect(doubtful(values)).toEqual(expected);
});

it('nothing is in doubt where the option decides', () => {
  expect(doubtful(['1.500', '1431,5'], 'point')).toEqual([]);
});

it('a value that an item names twice is told once, with both readings and the first other value', () => {
  const marks = new DecimalMarks('automatic');
  for (const value of ['1.500', '1.500']) marks.note(7, price, value);
  marks.note(8, price, '1431,5');
  marks.note(9, price, '2,5');
  expect(marks.doubtfulValues()).toEqual(
    new Map([
      [
        7,
        [
          {
            property: 'price',
            value: '1.500',
            reason:
              '"1.500" is 1.5 or 1500, because "1431,5" in the same property can only be read with a decimal comma: set the option Number Format to Decimal Point or Decimal Comma',
          },
        ],
      ],
    ]),
  );
});

it('other properties, and such as nobody knows, say nothing', () => {
  const marks = new DecimalMarks('automatic');
  marks.note(0, price, '1.500');
  marks.note(0, note, '1431,5');
  marks.note(0, undefined, '1431,5');
  expect(marks.doubtfulValues().size).toBe(0);
});
