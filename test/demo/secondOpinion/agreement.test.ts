import fc from 'fast-check';
import { Invalid } from '../../../nodes/HubspotBatchUpsert/values/conversion';
import { toPropertyText } from '../../../nodes/HubspotBatchUpsert/values/propertyValue';
import type { Cell } from '../../../sandbox/demo/file/sheet';
import { isEmpty, storedValue } from '../../../sandbox/demo/secondOpinion/storedValue';
import {
  DATE_NUMBERS,
  DATE_ORDERS,
  NUMBER_FORMATS,
  type ValueRules,
} from '../../../sandbox/demo/secondOpinion/valueRules';
import { defineProperty, type PropertyType } from '../../../sandbox/hubspot/properties/definition';

const RUNS = 2000;
const NUMBERS = [
  '1',
  '12',
  '123',
  '000',
  '500',
  '0',
  ',',
  '.',
  ' ',
  '’',
  '234',
  '\u00a0',
  'e5',
  "'",
];
const BEFORE = ['', '$', '-', '+', '(', '€ ', 'EUR ', 'x ', '-$', '\u200b'];
const BEHIND = ['', ' €', ' USD', '%', ')', ' pcs'];
const MONTHS = ['Jan', 'February', 'mar', 'Sept', 'SEP', 'dec.', 'Foo', 'May', 'Octo'];
const MARKS = ['-', '/', '.', ' ', ', ', '. ', ''];
const YEARS = ['2024', '1999', '24', '68', '69', '0999', '9999'];
const MINUTES = ['', ':30', ':60', ':05:09', ':05:09.5', ':05:09,123456', '30', ':00:00'];
const HALVES = ['', ' PM', 'am', ' p.m.'];
const ZONES = ['', 'Z', ' UTC', '+02:00', '-0530', ' GMT+0100 (CET)', ' CET', '[Europe/Berlin]'];

/** Texts of one part of each kind after the other. */
const texts = (...parts: Array<readonly string[] | fc.Arbitrary<string>>) =>
  fc
    .tuple(...parts.map((part) => (part instanceof fc.Arbitrary ? part : fc.constantFrom(...part))))
    .map((chosen) => chosen.join(''));

const digits = fc
  .array(fc.constantFrom(...NUMBERS), { minLength: 1, maxLength: 6 })
  .map((parts) => parts.join(''));
const figure = fc.integer({ min: 0, max: 32 }).map(String);
const twoFigures = figure.map((text) => text.padStart(2, '0'));

const numbers: fc.Arbitrary<Cell> = fc.oneof(
  texts(BEFORE, digits, BEHIND),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.integer(),
);
const days = fc.oneof(
  texts(YEARS, MARKS, figure, MARKS, figure),
  fc
    .tuple(twoFigures, fc.constantFrom('-', '/', '.'), twoFigures)
    .map((parts) => `2024-${parts[0]}-${parts[2]}`),
  fc
    .tuple(figure, fc.constantFrom('-', '/', '.', '. '), twoFigures, fc.constantFrom(...YEARS))
    .map(([first, mark, second, year]) => [first, second, year].join(mark)),
  texts(figure, ['', 'st', 'rd of'], MARKS, MONTHS, MARKS, YEARS),
  texts(MONTHS, MARKS, figure, ['', 'th'], MARKS, YEARS),
  fc.constantFrom('20240301', '20240231', '2024-03-31', '2024-10-27'),
  fc.constantFrom('2024-366', '2023-366', '2024-W10-2', '2024W102', '2024-W53-1', '2024-000'),
);
const times = fc.oneof(
  fc.constant(''),
  texts(['T', ' ', ', ', ' at '], fc.oneof(figure, twoFigures), MINUTES, HALVES, ZONES),
);
const dates: fc.Arbitrary<Cell> = fc.oneof(
  texts(['', 'Mon ', 'Friday, ', 'Th '], days, times),
  fc.integer({ min: -5, max: 3_000_000 }),
  fc.double({ min: 0, max: 60_000, noNaN: true }),
  fc.double({ min: 0, max: 60_000, noNaN: true }).map((days) => days.toFixed(4)),
  fc.double({ min: 1, max: 100, noNaN: true }).map((days) => days.toFixed(3)),
  fc.integer({ min: -1e13, max: 1e13 }),
  fc.integer({ min: 18_000_101, max: 20_991_231 }),
  fc.integer({ min: 180_001_010_000, max: 209_912_312_459 }),
);

const ruleSets = fc.record({
  numberFormat: fc.constantFrom(...NUMBER_FORMATS),
  dateOrder: fc.constantFrom(...DATE_ORDERS),
  dateNumbers: fc.constantFrom(...DATE_NUMBERS),
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia'),
});

/** In one spelling for equal values. */
const PLAIN: ValueRules = {
  ...{ numberFormat: 'point', dateOrder: 'refuse' },
  ...{ dateNumbers: 'milliseconds', timeZone: 'UTC' },
};

it.each<[PropertyType, fc.Arbitrary<Cell>]>([
  ['number', numbers],
  ['string', numbers],
  ['date', dates],
  ['datetime', dates],
])('what the demo expects of a %s is what the node makes of it', (type, cells) => {
  const definition = defineProperty({ name: 'any', type });
  fc.assert(
    fc.property(cells, ruleSets, (cell, rules) => {
      fc.pre(!isEmpty(cell));
      const text = toPropertyText(cell, definition, { ...rules, emptyValues: 'ignore' });
      const expected = storedValue(cell, definition, rules);
      if (typeof text === 'string') {
        expect(expected).toBe(storedValue(text, definition, PLAIN));
      } else {
        expect(text).toBeInstanceOf(Invalid);
        expect(expected).toBeUndefined();
      }
    }),
    { numRuns: RUNS },
  );
});

it.each([
  ['20240301T00', '2024-03-01T00:00:00.000Z'],
  ['2024-03-01T09Z', '2024-03-01T09:00:00.000Z'],
  ['2024-100', '2024-04-09T00:00:00.000Z'],
  ['2024-W10-2T10:30', '2024-03-05T10:30:00.000Z'],
])('both read ISO 8601, also where it is rare: %s', (cell, iso) => {
  const definition = defineProperty({ name: 'any', type: 'datetime' });
  expect(toPropertyText(cell, definition, { ...PLAIN, emptyValues: 'ignore' })).toBe(iso);
  expect(storedValue(cell, definition, PLAIN)).toBe(iso);
});
