import { parameters } from '../../nodes/HubspotBatchUpsert/description/parameters';
import type { NumberFormat } from '../../nodes/HubspotBatchUpsert/model/settings';
import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { showInvisible } from '../../nodes/HubspotBatchUpsert/values/invisible';
import { toNumberText } from '../../nodes/HubspotBatchUpsert/values/numberValue';

const read = (value: string | number | bigint, numberFormat: NumberFormat = 'automatic') =>
  toNumberText(value, { numberFormat });

describe('a number is written out with at most one point', () => {
  it.each<[string, string | number | bigint, string]>([
    ['JSON', 0, '0'],
    ['JSON', -12, '-12'],
    ['JSON', 12.5, '12.5'],
    ['JSON', -0.001, '-0.001'],
    ['JSON, a large integer', 9007199254740991, '9007199254740991'],
    ['a big integer', 9007199254740993n, '9007199254740993'],
    ['a sum of doubles', 79.19999999999999, '79.2'],
    ['a sum of doubles', 0.1 + 0.2, '0.3'],
    ['a sum of doubles', -1.1 * 3, '-3.3'],
    ['a double of 15 digits', 123456789012.345, '123456789012.345'],
    ['a small one', 1.234567890123456e-7, '0.000000123456789012346'],
    ['the smallest one', 5e-324, `0.${'0'.repeat(323)}5`],
    ['a double whose whole digits are 16', 2 ** 50 + 0.25, '1125899906842624.2'],
    ['text of more digits than a double has', '79.19999999999999', '79.19999999999999'],
    ['blanks around', '  7 ', '7'],
    ['a byte order mark and a zero-width space', '\ufeff7\u200b', '7'],
    ['a no-break space and a mark of direction', '\u00a0-7.0\u202c', '-7'],
    ['a leading plus', '+7', '7'],
    ['leading zeros', '007', '7'],
    ['no fraction', '5.', '5'],
    ['no whole part', '.5', '0.5'],
    ['no whole part', '-.5', '-0.5'],
    ['a machine format', '1234.5', '1234.5'],
    ['a machine format', '1.500', '1.5'],
    ['a machine format', '2.000', '2'],
    ['a machine format', '1000', '1000'],
    ['a machine format', '-0.0', '0'],
    ['an exponent', '-1.50e3', '-1500'],
    ['an exponent', '1.234e2', '123.4'],
    ['an exponent', '1.5E+2', '150'],
    ['an exponent', '-2.5e-3', '-0.0025'],
    ['an exponent', '12e-1', '1.2'],
    ['an exponent', '0e5', '0'],
  ])('%s: %p as %s', (_, value, expected) => {
    expect(read(value)).toBe(expected);
  });
});

describe('marks that can only be one thing are taken', () => {
  it.each([
    ['a German export', '1431,5', '1431.5'],
    ['a German export', '1.234,50', '1234.5'],
    ['a German export', '-1.234.567,89', '-1234567.89'],
    ['a German export', '1.234.567', '1234567'],
    ['a German export', '0,345', '0.345'],
    ['a German export', '1234,567', '1234.567'],
    ['a German export', '2,55', '2.55'],
    ['a German export', '1,2345', '1.2345'],
    ['a German export', ',5', '0.5'],
    ['a German export', '-,5', '-0.5'],
    ['a German export', '007,500', '7.5'],
    ['a German spreadsheet', '1,5E+03', '1500'],
    ['a German spreadsheet', '1,234E+03', '1234'],
    ['an American export', '1,234.50', '1234.5'],
    ['an American export', '1,234,567', '1234567'],
    ['an American export', '12,345.678', '12345.678'],
    ['a French export', '1 234,5', '1234.5'],
    ['a French export, no-break', '1\u00a0234,5', '1234.5'],
    ['a French export, narrow no-break', '1\u202f234\u202f567', '1234567'],
    ['a French export, thin', '12\u2009345.678', '12345.678'],
    ['a Swiss export', '1’234.50', '1234.5'],
    ['a Swiss export', "1'234.50", '1234.5'],
    ['a Swiss export', "1'234'567", '1234567'],
    ['an Indian export', '12,34,567.50', '1234567.5'],
    ['an Indian export', '12,34,567', '1234567'],
    ['zero-width spaces between', '1\u200b2\u2060,5', '12.5'],
    ['a minus of typesetters', '\u22125,5', '-5.5'],
    ['a minus with a blank', '- 5,5', '-5.5'],
    ['a leading plus', '+1,5', '1.5'],
    ['an account', '(1,234.00)', '-1234'],
    ['an account', '( 0 )', '0'],
  ])('%s: %j as %s', (_, value, expected) => {
    expect(read(value)).toBe(expected);
  });
});

describe('a currency before or behind is put aside', () => {
  it.each([
    ['$46,591.98', '46591.98'],
    ['12.50 EUR', '12.5'],
    ['EUR 12,50', '12.5'],
    ['CHF 1’234.50', '1234.5'],
    ['USD5', '5'],
    ['12,50 €', '12.5'],
    ['€12', '12'],
    ['£ .5', '0.5'],
    ['₹12,34,567.50', '1234567.5'],
    ['R$ 1.234,56', '1234.56'],
    ['US$1,234.56', '1234.56'],
    ['A$5', '5'],
    ['-$5.00', '-5'],
    ['$-5.00', '-5'],
    ['$ - 5.00', '-5'],
    ['($5.00)', '-5'],
    ['$(5.00)', '-5'],
    ['(5.00) USD', '-5'],
    ['−5,00 €', '-5'],
    ['$1,234.56 USD', '1234.56'],
    ['USD $5', '5'],
    ['$1.500', '1.5'],
    ['1.500 EUR', '1.5'],
    ['1.5e3 EUR', '1500'],
  ])('%j as %s', (value, expected) => {
    expect(read(value)).toBe(expected);
  });
});

describe('what has two readings is refused, with both and the option that decides', () => {
  it.each([
    ['12,345', '12345', '12.345'],
    ['-1,500', '-1500', '-1.5'],
    ['100,000', '100000', '100'],
    ['($1,234)', '-1234', '-1.234'],
    ['1,234 EUR', '1234', '1.234'],
  ])('%j is %s or %s', (value, grouped, decimal) => {
    const reason = `"${value}" is ${grouped} or ${decimal}: set the option Number Format to Decimal Point or Decimal Comma`;
    expect(read(value)).toStrictEqual(new Invalid(reason));
    expect(read(value, 'point')).toBe(grouped);
    expect(read(value, 'comma')).toBe(decimal);
  });

  it('in the words of the editor', () => {
    const words = JSON.stringify(parameters);
    expect(words).toContain('"displayName":"Number Format"');
    expect(words).toContain('"name":"Decimal Point","value":"point"');
    expect(words).toContain('"name":"Decimal Comma","value":"comma"');
  });
});

describe('with a decimal point', () => {
  it.each([
    ['12,345', '12345'],
    ['12 345', '12345'],
    ["12'345.5", '12345.5'],
    ['12,34,567', '1234567'],
    ['1.500', '1.5'],
    ['$1,500', '1500'],
    ['1.5e3', '1500'],
    ['12', '12'],
  ])('%j is %s', (value, expected) => {
    expect(read(value, 'point')).toBe(expected);
  });

  it.each([
    ['1431,5', '1431.5'],
    ['1.234,50', '1234.5'],
    ['1.234.567', '1234567'],
    ['0,345', '0.345'],
    ['1,234e3', '1234'],
  ])('%j is refused, though it would be %s', (value, other) => {
    const reason = `"${value}" is not a number with the option Number Format at Decimal Point, where a comma groups thousands; it is ${other} with Decimal Comma`;
    expect(read(value, 'point')).toStrictEqual(new Invalid(reason));
  });
});

describe('with a decimal comma', () => {
  it.each([
    ['12,345', '12.345'],
    ['1.500', '1500'],
    ['1.500 EUR', '1500'],
    ['1.234.567', '1234567'],
    ['1 234', '1234'],
    ['1’234,5', '1234.5'],
    ['1,5e3', '1500'],
    ['15e2', '1500'],
    ['1234', '1234'],
  ])('%j is %s', (value, expected) => {
    expect(read(value, 'comma')).toBe(expected);
  });

  it.each([
    ['1.5', '1.5'],
    ['1234.5', '1234.5'],
    ['0.345', '0.345'],
    ['1,234.50', '1234.5'],
    ['1,234,567', '1234567'],
    ['1.500e3', '1500'],
  ])('%j is refused, though it would be %s', (value, other) => {
    const reason = `"${value}" is not a number with the option Number Format at Decimal Comma, where a point groups thousands; it is ${other} with Decimal Point`;
    expect(read(value, 'comma')).toStrictEqual(new Invalid(reason));
  });
});

it.each(['automatic', 'point', 'comma'] as const)(
  'a JSON number is a number under %s',
  (numberFormat) => {
    expect(read(1.5, numberFormat)).toBe('1.5');
    expect(read(1234.567, numberFormat)).toBe('1234.567');
  },
);

describe('what is more than a number is refused, with what to write', () => {
  it.each([
    ['45%', 'is a percentage: write 45 or 0.45, as the property counts'],
    ['-4,5 %', 'is a percentage: write -4.5 or -0.045, as the property counts'],
    ['%45', 'is a percentage: write 45 or 0.45, as the property counts'],
    ['12,345%', 'is more than a number: write the number alone, in full'],
    ['3 pcs', 'is more than a number: write the number alone, in full'],
    ['5 kg', 'is more than a number: write the number alone, in full'],
    ['1,5x', 'is more than a number: write the number alone, in full'],
    ['eur 5', 'is more than a number: write the number alone, in full'],
    ['ABC 5', 'is more than a number: write the number alone, in full'],
    ['USD 5 EUR', 'is more than a number: write the number alone, in full'],
  ])('%j %s', (value, reason) => {
    expect(read(value)).toStrictEqual(new Invalid(`"${value}" ${reason}`));
  });
});

describe('digits that are no number are refused, with the way to write them', () => {
  it.each([
    ...['1.2.3', '1,2,3', '12-34', '1,234,', ',5,5', '5,', '1,23.4', '1.234,567.8', '0,345,678'],
    ...[
      '1234,567,890',
      '1 2',
      "1'5",
      '1.234 567',
      "1'234’567",
      '12.34.567',
      '1 , 5',
      '--5',
      '(-5)',
    ],
    ...['(5', '5-', '+(5)', '$5 €', '15.03.2024', '1\t234', '1\n2', '1\u00002', '5:30', '1/2'],
  ])('%j', (value) => {
    const reason = `${quoted(value)} is not a number: write digits with one decimal mark, such as 1234.5`;
    expect(read(value)).toStrictEqual(new Invalid(reason));
  });
});

describe('what is no number at all is only called so', () => {
  it.each([
    ...[
      '',
      '.',
      '-',
      '+.',
      'e5',
      ',,',
      'abc',
      'x1,5x2',
      '0x10',
      '1e1000',
      '\u200b',
      'Infinity',
      '$',
    ],
    ...['EUR', '()', '%', 'one', 'A1', 'USDX5'],
  ])('%j', (value) => {
    expect(read(value)).toStrictEqual(
      new Invalid(
        `${quoted(value)} is not a number: write digits with one decimal mark, such as 1234.5`,
      ),
    );
  });
});

it('what is refused is quoted as it came', () => {
  const reason =
    '"\\u200bone " is not a number: write digits with one decimal mark, such as 1234.5';
  expect(read('\u200bone ')).toStrictEqual(new Invalid(reason));
});

it('long texts of marks take no time', () => {
  for (const unit of [',', ' ', '1 ', '1,', "'", '.1', '$', '1e1', '%']) {
    const text = `${unit.repeat(30_000)}x1`;
    expect(read(text)).toBeInstanceOf(Invalid);
  }
});

function quoted(value: string): string {
  return `"${showInvisible(value.replace(/[\t\n]/g, ' '))}"`;
}
