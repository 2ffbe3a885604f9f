import type { Cell } from '../../../sandbox/demo/file/sheet';
import { storedValue } from '../../../sandbox/demo/secondOpinion/storedValue';
import type { ValueRules } from '../../../sandbox/demo/secondOpinion/valueRules';
import {
  defineProperty,
  propertyOptions,
  type PropertyType,
} from '../../../sandbox/hubspot/properties/definition';

const rules: ValueRules = {
  ...{ numberFormat: 'automatic', dateOrder: 'refuse' },
  ...{ dateNumbers: 'milliseconds', timeZone: '' },
};
const of = (type: PropertyType) => defineProperty({ name: 'any', type });
const stored = (type: PropertyType, cell: Cell, more: Partial<ValueRules> = {}) =>
  storedValue(cell, of(type), { ...rules, ...more });

const select = defineProperty({
  name: 'size',
  type: 'enumeration',
  fieldType: 'select',
  options: propertyOptions({ big: 'Large', small: 'Small', tiny: 'small' }),
});
const checkboxes = { ...select, fieldType: 'checkbox' };
const owner = {
  ...{ ...select, externalOptions: true, referencedObjectType: 'OWNER' },
  options: propertyOptions({ '7': 'ada@example.com' }),
};
const truth = {
  ...of('bool'),
  options: propertyOptions({ true: 'Ja', false: 'Nein' }),
};

describe('what the demo expects HubSpot to hold', () => {
  it.each<[Cell, string | undefined]>([
    ['2.50', '2.5'],
    ['1.2E+05', '120000'],
    ['12e-4', '0.0012'],
    [' +7. ', '7'],
    ['-.5', '-0.5'],
    ['-0.0', '0'],
    ['12345678901234567890.10', '12345678901234567890.1'],
    ['1431,5', '1431.5'],
    ['1.234,50', '1234.5'],
    ['1,234,567', '1234567'],
    ['12,34,567', '1234567'],
    ['1 234,5', '1234.5'],
    ['1\u2019234.50', '1234.5'],
    ['$46,591.98', '46591.98'],
    ['12.50 EUR', '12.5'],
    ['(1,234.00)', '-1234'],
    ['1.500', '1.5'],
    [79.19999999999999, '79.2'],
    [1e21, '1000000000000000000000'],
    ['12,345', undefined],
    ['45%', undefined],
    ['3 pcs', undefined],
    ['.', undefined],
    ['1e', undefined],
    [2 ** 53, undefined],
    [true, undefined],
  ])('for the number %j is %s', (cell, expected) => {
    expect(stored('number', cell)).toBe(expected);
  });

  it.each<[ValueRules['numberFormat'], string, string | undefined]>([
    ['comma', '12,345', '12.345'],
    ['comma', '1.500', '1500'],
    ['comma', '2.5', undefined],
    ['point', '12,345', '12345'],
    ['point', '1,5', undefined],
  ])('for a number with --number-format %s %s is %s', (numberFormat, cell, expected) => {
    expect(stored('number', cell, { numberFormat })).toBe(expected);
  });

  it.each<[Cell, string | undefined]>([
    ['2024-02-01', '2024-02-01T00:00:00.000Z'],
    ['2024/02/01 10:00:00', '2024-02-01T10:00:00.000Z'],
    ['2024-02-01T10:00:00,1239', '2024-02-01T10:00:00.123Z'],
    ['2024-02-01T10:00:00 +02:00', '2024-02-01T08:00:00.000Z'],
    ['2024-02-01T22:00:00-0330', '2024-02-02T01:30:00.000Z'],
    ['1 Feb 2024, 11:08 PM', '2024-02-01T23:08:00.000Z'],
    ['Thu, Feb. 1st, 2024 at 9 a.m.', '2024-02-01T09:00:00.000Z'],
    ['20240201103000', '2024-02-01T10:30:00.000Z'],
    ['2024-02-01T24:00', '2024-02-02T00:00:00.000Z'],
    [1706781600000, '2024-02-01T10:00:00.000Z'],
    ['Fri, 1 Feb 2024', undefined],
    ['2024-02-30 10:00:00', undefined],
    ['2024-02-01 25:00', undefined],
    ['1 Feb 2024 10:00 CET', undefined],
    [45231, undefined],
    [0, undefined],
    ['202311011030', undefined],
    ['0999-12-31', undefined],
    ['9999-12-31T23:00-05:00', undefined],
    ['31/12/2024', undefined],
    [true, undefined],
  ])('for the date-time %j is %s', (cell, expected) => {
    expect(stored('datetime', cell)).toBe(expected);
  });

  it.each<[string, string]>([
    ['2024-07-01 10:00', '2024-07-01T08:00:00.000Z'],
    ['2024-12-01', '2024-11-30T23:00:00.000Z'],
    ['2024-03-31 02:30', '2024-03-31T01:30:00.000Z'],
    ['2024-10-27 02:30', '2024-10-27T00:30:00.000Z'],
    ['2024-07-01 10:00Z', '2024-07-01T10:00:00.000Z'],
  ])('for the date-time %s in Berlin is %s', (cell, expected) => {
    expect(stored('datetime', cell, { timeZone: 'Europe/Berlin' })).toBe(expected);
  });

  it.each<[Cell, Partial<ValueRules>, string | undefined]>([
    ['2024-02-01T23:00:00-05:00', {}, '2024-02-01'],
    [1706745600000, { timeZone: 'America/New_York' }, '2024-02-01'],
    [1706745600001, { timeZone: 'America/New_York' }, '2024-01-31'],
    ['31/12/2023', { dateOrder: 'dayFirst' }, '2023-12-31'],
    ['31/12/2023', { dateOrder: 'monthFirst' }, undefined],
    ['12/1/10 8:26', { dateOrder: 'monthFirst' }, '2010-12-01'],
    ['28.08.69', { dateOrder: 'dayFirst' }, '1969-08-28'],
    [43616, { dateNumbers: 'spreadsheetDays' }, '2019-05-31'],
    ['43616.75', { dateNumbers: 'spreadsheetDays' }, '2019-05-31'],
    [59, { dateNumbers: 'spreadsheetDays' }, '1900-02-28'],
    [60, { dateNumbers: 'spreadsheetDays' }, undefined],
    ['2023-02-29', {}, undefined],
  ])('for the date %j with %j is %s', (cell, more, expected) => {
    expect(stored('date', cell, more)).toBe(expected);
  });

  it.each([
    ['small', 'small'],
    ['Large', 'big'],
    ['LARGE', 'big'],
    ['SMALL', undefined],
    ['huge', undefined],
  ])('for the option "%s" is %s', (text, expected) => {
    expect(storedValue(text, select, rules)).toBe(expected);
  });

  it.each([
    ['small;big', '', 'big;small'],
    [' Large ; small; ', '', 'big;small'],
    ['Large, small', '', 'big;small'],
    ['big|small\nbig', '', undefined],
    [';big', 'small', 'big;small'],
    ['big', 'small', 'big'],
    ['big;huge', '', undefined],
  ])('for the checkboxes %j over "%s" is %s', (text, held, expected) => {
    expect(storedValue(text, checkboxes, rules, held)).toBe(expected);
  });

  it.each([
    ['Ada@Example.com', '7'],
    ['404', '404'],
    ['jo@example.com', undefined],
    ['Ada', undefined],
  ])('for the owner "%s" is %s', (text, expected) => {
    expect(storedValue(text, owner, rules)).toBe(expected);
  });

  it.each<[Cell, string | undefined]>([
    ['JA', 'true'],
    ['no', 'false'],
    [0, 'false'],
    [true, 'true'],
    ['maybe', undefined],
  ])('for the truth %j is %s', (cell, expected) => {
    expect(storedValue(cell, truth, rules)).toBe(expected);
  });

  it('for a truth whose label says the contrary is nothing', () => {
    const contrary = { ...truth, options: propertyOptions({ true: 'No', false: 'Off' }) };
    expect(storedValue('no', contrary, rules)).toBeUndefined();
  });

  it.each<[string, Cell, string]>([
    ['note', ' a\u200b', ' a\u200b'],
    ['note', 0.1, '0.1'],
    ['email', ' a@b.org\u200b', 'a@b.org'],
    ['phone', '\u202a+49 1\u202c', '+49 1'],
  ])('for the %s %j is %j', (name, cell, expected) => {
    const fieldType = name === 'phone' ? 'phonenumber' : 'text';
    expect(storedValue(cell, defineProperty({ name, fieldType }), rules)).toBe(expected);
  });
});
