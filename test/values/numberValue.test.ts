import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { showInvisible } from '../../nodes/HubspotBatchUpsert/values/invisible';
import { toNumberText } from '../../nodes/HubspotBatchUpsert/values/numberValue';

describe('a number is written out with at most one point', () => {
  it.each([
    [0, '0'],
    [9007199254740993n, '9007199254740993'],
    [-12, '-12'],
    ['  7 ', '7'],
    ['\ufeff7\u200b', '7'],
    ['\u00a0-7.0\u202c', '-7'],
    ['+7', '7'],
    ['007', '7'],
    ['5.', '5'],
    ['.5', '0.5'],
    ['-.5', '-0.5'],
    ['1.500', '1.5'],
    ['2.000', '2'],
    ['1000', '1000'],
    ['-0.0', '0'],
    ['1e3', '1000'],
    ['1.5E+2', '150'],
    ['1.234e2', '123.4'],
    ['-2.5e-3', '-0.0025'],
    ['12e-1', '1.2'],
    ['0e5', '0'],
  ])('%p as %s', (value, expected) => {
    expect(toNumberText(value)).toBe(expected);
  });
});

describe('digits with other marks are refused, with the way to write them', () => {
  it.each([
    '1,2',
    '2,55',
    '+1,5',
    '-1,234.5',
    ',5,5',
    '1,234,',
    '1.234.567',
    '1 234',
    "1'234",
    '1\u00a0234',
    '1\u202f234',
  ])('%j', (value) => {
    const reason = `"${showInvisible(value)}" is not a number to HubSpot: use digits and one point as the decimal mark, without separators`;
    expect(toNumberText(value)).toStrictEqual(new Invalid(reason));
  });
});

it('what is refused is quoted as it came', () => {
  const reason = '"\\u200bone " is not a number';
  expect(toNumberText('\u200bone ')).toStrictEqual(new Invalid(reason));
});

describe('what is no number at all is only called so', () => {
  it.each([
    '',
    '.',
    '-',
    '+.',
    'e5',
    ',,',
    'abc',
    'x1,5',
    '1,5x',
    'EUR 1,5',
    '1,5 EUR',
    '12 pieces',
    '--5',
    '0x10',
    '1e1000',
    '\u200b',
    '1\u200b2',
    'Infinity',
  ])('%j', (value) => {
    const reason = `"${showInvisible(value)}" is not a number`;
    expect(toNumberText(value)).toStrictEqual(new Invalid(reason));
  });
});
