import fc from 'fast-check';
import { Invalid } from '../../../nodes/HubspotBatchUpsert/values/conversion';
import {
  toDateText,
  toDateTimeText,
} from '../../../nodes/HubspotBatchUpsert/values/dates/dateValue';
import { valueRules } from '../../support/valueRules';

const rules = { ...valueRules, dateNumbers: 'spreadsheetDays' } as const;

it.each([
  [1, '1900-01-01T00:00:00.000Z'],
  [59, '1900-02-28T00:00:00.000Z'],
  [59.5, '1900-02-28T12:00:00.000Z'],
  [61, '1900-03-01T00:00:00.000Z'],
  [25569, '1970-01-01T00:00:00.000Z'],
  [43616, '2019-05-31T00:00:00.000Z'],
  ['43616', '2019-05-31T00:00:00.000Z'],
  [' 43616.75 ', '2019-05-31T18:00:00.000Z'],
  ['43616,75', '2019-05-31T18:00:00.000Z'],
  [43616.35109953704, '2019-05-31T08:25:35.000Z'],
  [43616.9999999999, '2019-06-01T00:00:00.000Z'],
  [2_958_465, '9999-12-31T00:00:00.000Z'],
  [20231231, '2023-12-31T00:00:00.000Z'],
  [1709647200000, '2024-03-05T14:00:00.000Z'],
  ['2024-03-05', '2024-03-05T00:00:00.000Z'],
])('%j is %s', (value, moment) => {
  expect(toDateTimeText(value, rules)).toBe(moment);
  expect(toDateText(value, rules)).toBe(moment.slice(0, 10));
});

it('a time is one of the time zone', () => {
  const inBerlin = { ...rules, timeZone: 'Europe/Berlin' };
  expect(toDateTimeText(43616.75, inBerlin)).toBe('2019-05-31T16:00:00.000Z');
  expect(toDateText(43616.01, inBerlin)).toBe('2019-05-31');
});

it.each([0, 0.75, -1, 60, 60.25, 59.9999999999, 2_958_466, 1_709_647_200])(
  '%j is none',
  (value) => {
    const reason = `"${value}" is not a day as spreadsheets count them, from 1 (1 January 1900) to 2958465 (31 December 9999), without 60 (29 February 1900, which never was)`;
    expect(toDateText(value, rules)).toStrictEqual(new Invalid(reason));
  },
);

it.each(['43,616', '43.616'])('%s has two readings, whatever numbers are', (value) => {
  const reason = `"${value}" is 31 May 2019 or 12 February 1900 as spreadsheets count days: write the count without a mark for thousands, or write it like 2024-03-05, 5 Mar 2024 or 2024-03-05T14:00:00Z`;
  for (const dateNumbers of ['milliseconds', 'spreadsheetDays'] as const) {
    expect(toDateText(value, { ...rules, dateNumbers })).toStrictEqual(new Invalid(reason));
  }
});

it('counting days from 1970 by hand gives the same', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 61, max: 2_958_465 }),
      fc.integer({ min: 0, max: 86_399 }),
      (days, seconds) => {
        const expected = new Date(((days - 25569) * 86_400 + seconds) * 1000).toISOString();
        expect(toDateTimeText(days + seconds / 86_400, rules)).toBe(expected);
        expect(toDateText(days, valueRules)).toBeInstanceOf(Invalid);
      },
    ),
  );
});
