import fc from 'fast-check';
import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { jsonNumberText } from '../../nodes/HubspotBatchUpsert/values/jsonNumber';

describe('a JSON number is written out', () => {
  it.each([
    [0, '0'],
    [-0, '0'],
    [7, '7'],
    [-12.5, '-12.5'],
    [0.1, '0.1'],
    [9007199254740991, '9007199254740991'],
    [-9007199254740991, '-9007199254740991'],
    [1e-7, '0.0000001'],
    [-1.5e-7, '-0.00000015'],
    [5e-324, `0.${'0'.repeat(323)}5`],
    [1e21, `1${'0'.repeat(21)}`],
    [-1.5e300, `-15${'0'.repeat(299)}`],
    [1.23456789012345e21, '1234567890123450000000'],
  ])('%p as %s', (value, expected) => {
    expect(jsonNumberText(value)).toBe(expected);
  });
});

describe('one whose digits may not be those that were meant is refused', () => {
  it.each([
    [9007199254740992, '9007199254740992'],
    [-9007199254740992, '-9007199254740992'],
    [1e16, '10000000000000000'],
    [12345678901234567000, '12345678901234567000'],
    [1.2345678901234568e21, '1234567890123456800000'],
  ])('%p', (value, digits) => {
    const reason = `The JSON number ${digits} may have had other digits, because such numbers are exact up to 9007199254740991 only: send it as text`;
    expect(jsonNumberText(value)).toStrictEqual(new Invalid(reason));
  });
});

it('what is written out is the same number, in digits with at most one point', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const text = jsonNumberText(value);
      if (text instanceof Invalid) return Math.abs(value) > Number.MAX_SAFE_INTEGER;
      return /^-?(0|[1-9]\d*)(\.\d*[1-9])?$/.test(text) && Number(text) === value;
    }),
  );
});

it('digits that no double holds one by one are refused, whichever they were', () => {
  const digits = fc.bigInt({ min: BigInt(2 ** 53), max: 10n ** 20n });
  fc.assert(fc.property(digits, (meant) => jsonNumberText(Number(meant)) instanceof Invalid));
});
