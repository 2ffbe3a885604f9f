import type { PropertyDefinition } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { toPropertyText } from '../../nodes/HubspotBatchUpsert/values/propertyValue';
import { valueRules } from '../support/valueRules';

const property = (type: string, more: Partial<PropertyDefinition> = {}): PropertyDefinition => ({
  name: 'x',
  type,
  ...more,
});
const select = property('enumeration', {
  fieldType: 'select',
  options: [
    { value: 'in_stock', label: 'In stock' },
    { value: 'sold;out', label: 'Sold; out' },
  ],
});
const checkbox = property('enumeration', {
  fieldType: 'checkbox',
  options: [{ value: 'red', label: 'Red' }, { value: 'blue' }, { value: 'green' }],
});
const yesOrNo = property('enumeration', { fieldType: 'booleancheckbox' });

/** Stands in for a Luxon DateTime, which n8n's expressions give. */
const luxon = { toISO: () => '2024-03-05T00:30:00.000+02:00' };

describe('a value becomes the text that HubSpot stores', () => {
  it.each<[string, unknown, PropertyDefinition | undefined, string]>([
    [
      'an object that stands for a text',
      new URL('https://a.org/'),
      property('string'),
      'https://a.org/',
    ],
    ['a box in a list', [new String('red')], checkbox, 'red'],
    ['a number in a box', new Number(1e21), property('number'), '1000000000000000000000'],
    ['a boolean in a box', new Boolean(false), property('bool'), 'false'],
    [
      'an object that stands for a text, without a definition',
      { toJSON: () => 'a' },
      undefined,
      'a',
    ],
    ['a text as it is', '  Grüße 🎁 ', property('string'), '  Grüße 🎁 '],
    ['a number in a text property', 12.5, property('string'), '12.5'],
    ['a boolean in a text property', false, property('string'), 'false'],
    ['a number', 12.5, property('number'), '12.5'],
    ['a negative zero', -0, property('number'), '0'],
    ['a large number without its exponent', 1e21, property('number'), '1000000000000000000000'],
    ['a small number without its exponent', 1.5e-7, property('number'), '0.00000015'],
    ['a big integer', 9007199254740993n, property('number'), '9007199254740993'],
    ['a Date', new Date('2024-03-05T14:00:00Z'), property('date'), '2024-03-05'],
    ['epoch milliseconds', 1709647200000, property('date'), '2024-03-05'],
    ['the calendar day of a Luxon DateTime', luxon, property('date'), '2024-03-05'],
    [
      'a moment with a zone',
      '2024-03-05T01:00:00+02:00',
      property('datetime'),
      '2024-03-04T23:00:00.000Z',
    ],
    [
      'epoch milliseconds as a moment',
      1709647200000,
      property('datetime'),
      '2024-03-05T14:00:00.000Z',
    ],
    ['true', true, property('bool'), 'true'],
    ['a spreadsheet FALSE', 'FALSE', property('bool'), 'false'],
    ['one for true', 1, property('bool'), 'true'],
    ['a zero for false', ' 0 ', property('bool'), 'false'],
    ['a boolean that HubSpot keeps as an option', 'TRUE', yesOrNo, 'true'],
    ['an option', 'in_stock', select, 'in_stock'],
    ['an option that holds the separator', 'sold;out', select, 'sold;out'],
    ['several options as a list', ['red', 'blue'], checkbox, 'red;blue'],
    ['a list without a definition', ['a', 1], undefined, 'a;1'],
    ['a boolean in a list of one', ['TRUE'], yesOrNo, 'true'],
    ['an option in a list of one', [' in_stock'], select, 'in_stock'],
    ['a list of one', ['a'], property('string'), 'a'],
    ['a list of one number', [5], property('number'), '5'],
    ['a list of one without a definition', ['a'], undefined, 'a'],
    ['a value without a definition', 12.5, undefined, '12.5'],
    [
      'a Date without a definition',
      new Date('2024-03-05T14:00:00Z'),
      undefined,
      '2024-03-05T14:00:00.000Z',
    ],
    ['65,536 characters', 'x'.repeat(65_536), property('string'), 'x'.repeat(65_536)],
  ])('%s', (_, value, definition, expected) => {
    expect(toPropertyText(value, definition, valueRules)).toBe(expected);
  });
});

describe('a value that HubSpot would not take is refused with a reason', () => {
  it.each<[string, unknown, PropertyDefinition | undefined, RegExp]>([
    ['a word for a number', 'abc', property('number'), /"abc" is not a number/],
    ['a boolean for a number', true, property('number'), /not a number/],
    [
      'a Date for a number',
      new Date('2024-03-05T14:00:00Z'),
      property('number'),
      /^"2024-03-05T14:00:00.000Z" is not a number/,
    ],
    ['NaN', NaN, property('number'), /NaN/],
    ['an object', { a: 1 }, property('string'), /has parts of its own/],
    ['an object without a definition', { a: 1 }, undefined, /has parts of its own/],
    [
      'a list for a text property',
      ['a', 'b'],
      property('string'),
      /^"a, b" are several values, and this property takes one$/,
    ],
    ['an empty entry in a list', ['red', null], checkbox, /empty entry in a list/],
    ['a list of one that is several', ['red;blue'], checkbox, /"red;blue" is not one of/],
    ['an object in a list', ['red', { a: 1 }], checkbox, /has parts of its own/],
    ['a boolean for a date', true, property('date'), /not a date/],
    [
      'a boolean for a moment',
      false,
      property('datetime'),
      /^"false" is not a date: write it like/,
    ],
    ['a big integer for a date', 1709596800000n, property('date'), /not a date/],
    ['a word for a boolean', 'maybe', property('bool'), /neither true nor false/],
    ['65,537 characters', 'x'.repeat(65_537), property('string'), /65,537 characters/],
  ])('%s', (_, value, definition, reason) => {
    const converted = toPropertyText(value, definition, valueRules);
    expect(converted).toBeInstanceOf(Invalid);
    expect(converted).toHaveProperty('reason', expect.stringMatching(reason));
  });

  it('an object that holds itself', () => {
    const circular: Record<string, unknown> = {};
    circular.self = circular;
    expect(toPropertyText(circular, undefined, valueRules)).toBeInstanceOf(Invalid);
  });
});

it.each(['clear', 'ignore'] as const)(
  'nothing to add to the present options is left out where empty values are to %s',
  (emptyValues) => {
    expect(toPropertyText(' ; ', checkbox, { ...valueRules, emptyValues })).toBeUndefined();
  },
);

describe('an empty value', () => {
  const empty: Array<[unknown, PropertyDefinition | undefined]> = [
    [null, property('string')],
    ['', property('date')],
    ['   ', property('number')],
    [new String(''), property('string')],
    [{ toJSON: () => ' ' }, property('number')],
    [[new String('')], property('string')],
    [[], checkbox],
    [[''], checkbox],
    [['', ' '], checkbox],
    ['', property('string')],
    ['', undefined],
    ['  ', property('string')],
    ['\u200b\n', property('string')],
    ['  ', undefined],
    [[null], property('number')],
    [[null, undefined], property('number')],
    [[''], property('string')],
    [[''], undefined],
    [null, undefined],
  ];

  it.each(empty)('%p is left out where empty values are to be ignored', (value, definition) => {
    expect(toPropertyText(value, definition, valueRules)).toBeUndefined();
  });

  it.each(empty)('%p clears the property where empty values are to clear', (value, definition) => {
    expect(toPropertyText(value, definition, { ...valueRules, emptyValues: 'clear' })).toBe('');
  });
});

describe.each(['ignore', 'clear'] as const)('where empty values are to %s,', (emptyValues) => {
  it.each<[unknown, PropertyDefinition | undefined]>([
    [undefined, property('string')],
    [undefined, property('number')],
    [undefined, checkbox],
    [undefined, undefined],
    [[undefined], property('number')],
    [[undefined, undefined], checkbox],
    [new Array(2), undefined],
  ])('%p is absent, and HubSpot keeps its value', (value, definition) => {
    expect(toPropertyText(value, definition, { ...valueRules, emptyValues })).toBeUndefined();
  });

  it.each<[unknown[], PropertyDefinition | undefined, string]>([
    [['red', undefined], checkbox, 'red'],
    [[undefined, 'red', undefined, 'blue'], checkbox, 'red;blue'],
    [[undefined, 5], property('number'), '5'],
    [[undefined, 'a', 'b'], undefined, 'a;b'],
  ])('what is absent from the list %p is no part of it', (list, definition, expected) => {
    expect(toPropertyText(list, definition, { ...valueRules, emptyValues })).toBe(expected);
  });
});
