import fc from 'fast-check';
import type { PropertyDefinition } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import { Invalid } from '../../nodes/HubspotBatchUpsert/values/conversion';
import { normalizeId, toIdText } from '../../nodes/HubspotBatchUpsert/values/idValue';
import { valueRules } from '../support/valueRules';
import { codePoint } from '../support/codePoint';

const of = (type: string, more: Partial<PropertyDefinition> = {}): PropertyDefinition => ({
  name: 'code',
  type,
  hasUniqueValue: true,
  ...more,
});
const text = of('string');
const number = of('number');
const products = { objectType: 'products', idProperty: 'code' };
const contacts = { objectType: 'contacts', idProperty: 'email' };

describe('as an id, HubSpot keeps', () => {
  it.each<[unknown, PropertyDefinition | undefined, string]>([
    [' A-1 ', text, 'A-1'],
    ['\ufeffA-1\u200b', text, 'A-1'],
    ['\u202aA\u200b1\u202c', undefined, 'A\u200b1'],
    [7, text, '7'],
    [1e21, undefined, '1000000000000000000000'],
    [true, text, 'true'],
    [['A'], text, 'A'],
    [[undefined, 'A'], undefined, 'A'],
    [new String('A'), text, 'A'],
    ['007', text, '007'],
    ['007', undefined, '007'],
    ['007', number, '7'],
    [7, number, '7'],
    ['12345.0', number, '12345'],
    ['1.2345e4', number, '12345'],
    ['\u00a0+12345\u200b', number, '12345'],
    ['1.234,50', number, '1234.5'],
    ['€1,234.50', number, '1234.5'],
    [79.19999999999999, number, '79.2'],
    ['12345678901234567890', number, '12345678901234567890'],
    ['2024-03-05T10:00:00Z', of('date'), '2024-03-05'],
    [' red', of('enumeration', { options: [{ value: 'red' }] }), 'red'],
    ['+49 1', of('phone_number'), '+49 1'],
  ])('%p of %j as %j', (value, definition, id) => {
    expect(toIdText(value, products, definition, valueRules)).toBe(id);
  });

  it.each<[unknown, PropertyDefinition | undefined]>([
    [' Ada@Example.COM\u200b', { name: 'email', type: 'string' }],
    [['Ada@Example.com'], undefined],
    ['ada@example.com', undefined],
  ])('%p, the e-mail address of a contact, in lower case', (value, definition) => {
    expect(toIdText(value, contacts, definition, valueRules)).toBe('ada@example.com');
  });
});

describe('no id is', () => {
  it.each([
    [undefined],
    [null],
    [''],
    [' \n'],
    ['\u200b'],
    [[]],
    [[undefined]],
    [['', null]],
    [new String('')],
  ])('%p', (value) => {
    for (const definition of [text, number, undefined]) {
      expect(toIdText(value, products, definition, valueRules)).toBeUndefined();
    }
  });
});

it.each<[string, unknown, PropertyDefinition | undefined, RegExp]>([
  ['a word for a number', 'x1', number, /^"x1" is not a number: write digits/],
  [
    'a thousands separator',
    '1,234',
    number,
    /^"1,234" is 1234 or 1\.234: set the option Number Format/,
  ],
  ['a boolean for a number', true, number, /^"true" is not a number: write digits/],
  ['a number that may have lost digits', 12345678901234567000, text, /send it as text$/],
  ['such a number for a number', 12345678901234567000, number, /send it as text$/],
  [
    'an unknown option',
    'blue',
    of('enumeration', { options: [{ value: 'red' }] }),
    /one of the options/,
  ],
  ['an object', { a: 1 }, text, /has parts of its own/],
  [
    'several values',
    ['a', 'b'],
    undefined,
    /^"\["a","b"\]" are several values, and a record has one id$/,
  ],
  [
    'several values of a text property',
    ['a', 'b'],
    text,
    /are several values, and a record has one id$/,
  ],
  ['a text that is too long', 'x'.repeat(65_537), text, /65,537 characters/],
])('%s is refused', (_, value, definition, reason) => {
  const id = toIdText(value, products, definition, valueRules);
  expect(id).toBeInstanceOf(Invalid);
  expect(id).toHaveProperty('reason', expect.stringMatching(reason));
});

it.each([
  ['contacts', 'email', ' Ada@Example.COM ', 'ada@example.com'],
  ['contacts', 'code', '\u200bAda ', 'Ada'],
  ['companies', 'email', 'Ada@Example.COM', 'Ada@Example.COM'],
])('of %s, HubSpot keeps the %s %j as %j', (objectType, idProperty, id, expected) => {
  expect(normalizeId({ objectType, idProperty }, id)).toBe(expected);
});

it('whatever becomes an id is never empty, and the same id again', () => {
  const value = fc.oneof(fc.string({ unit: codePoint }), fc.double(), fc.boolean(), fc.anything());
  const definition = fc.constantFrom(undefined, text, number, of('date'), of('bool'));
  const target = fc.constantFrom(products, contacts);
  fc.assert(
    fc.property(value, definition, target, (given, property, place) => {
      const id = toIdText(given, place, property, valueRules);
      if (typeof id !== 'string') return;
      expect(id).not.toBe('');
      expect(toIdText(id, place, property, valueRules)).toBe(id);
    }),
  );
});
