import fc from 'fast-check';
import { Invalid } from '../../../nodes/HubspotBatchUpsert/values/conversion';
import {
  toDateText as asDate,
  toDateTimeText as asDateTime,
} from '../../../nodes/HubspotBatchUpsert/values/dates/dateValue';
import { valueRules } from '../../support/valueRules';

const EXPECTED = 'write it like 2024-03-05, 5 Mar 2024 or 2024-03-05T14:00:00Z';

const toDateText = (value: string | number | Date) => asDate(value, valueRules);
const toDateTimeText = (value: string | number | Date) => asDateTime(value, valueRules);

describe('a date property holds the calendar day', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    [' 2024-03-05 ', '2024-03-05'],
    ['\ufeff2024-03-05\u200b', '2024-03-05'],
    ['\u200e1709596800000\u200f', '2024-03-05'],
    ['2024-02-29', '2024-02-29'],
    ['2024-03-05T23:30:00-05:00', '2024-03-05'],
    ['2024-03-05T00:30:00+02:00[Europe/Berlin]', '2024-03-05'],
    ['1000-01-01', '1000-01-01'],
    ['1000-01-01T00:00:00+14:00', '1000-01-01'],
    ['9999-12-31', '9999-12-31'],
    ['9999-12-31T23:59:59-12:00', '9999-12-31'],
    ['1709596800000', '2024-03-05'],
    [' 1709647200000 ', '2024-03-05'],
    ['1709596800000.25', '2024-03-05'],
    [1709647200000, '2024-03-05'],
    [-86400000000, '1967-04-07'],
    ['-10000000000', '1969-09-07'],
    [new Date('2024-03-05T23:59:59Z'), '2024-03-05'],
    [new Date(0), '1970-01-01'],
    [new Date('9999-12-31'), '9999-12-31'],
  ])('%p: %s', (value, expected) => {
    expect(toDateText(value)).toBe(expected);
  });
});

describe('a date-time property holds the moment in UTC', () => {
  it.each([
    ['2024-03-05', '2024-03-05T00:00:00.000Z'],
    ['2024-03-05T01:02', '2024-03-05T01:02:00.000Z'],
    ['2024-03-05 01:02:03', '2024-03-05T01:02:03.000Z'],
    ['2024-03-05T01:02:03.5Z', '2024-03-05T01:02:03.500Z'],
    ['2024-03-05T01:02:03,25Z', '2024-03-05T01:02:03.250Z'],
    ['2024-03-05T01:02:03.123456789Z', '2024-03-05T01:02:03.123Z'],
    ['2024-03-05t01:02:03z', '2024-03-05T01:02:03.000Z'],
    ['2024-03-05T01:00 +02:00', '2024-03-04T23:00:00.000Z'],
    ['2024-03-05T01:00+02', '2024-03-04T23:00:00.000Z'],
    ['2024-03-05T01:00+0530', '2024-03-04T19:30:00.000Z'],
    ['2024-03-05T23:00-05:00', '2024-03-06T04:00:00.000Z'],
    ['2024-03-05T01:00:00.000+01:00[Europe/Berlin]', '2024-03-05T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
    [1709647200123, '2024-03-05T14:00:00.123Z'],
    [new Date('2024-03-05T14:00:00Z'), '2024-03-05T14:00:00.000Z'],
  ])('%p: %s', (value, expected) => {
    expect(toDateTimeText(value)).toBe(expected);
  });

  it.each(['9999-12-31T23:59:59-12:00', '1000-01-01T00:00:00+14:00'])(
    '%s is in another year there',
    (value) => {
      const reason = `"${value}" is not in the years 1000 to 9999 in UTC: ${EXPECTED}`;
      expect(toDateTimeText(value)).toStrictEqual(new Invalid(reason));
    },
  );
});

describe.each([
  ['date', toDateText],
  ['date-time', toDateTimeText],
])('for a %s', (_, convert) => {
  it.each([
    ['tomorrow', `"tomorrow" is not a date: ${EXPECTED}`],
    [' tomorrow\u200b', `" tomorrow\\u200b" is not a date: ${EXPECTED}`],
    ['2024-03-05T1', `"2024-03-05T1" is not a date: ${EXPECTED}`],
    ['2024-03-05 at noon', `"2024-03-05 at noon" is not a date: ${EXPECTED}`],
    ['on 2024-03-05', `"on 2024-03-05" is not a date: ${EXPECTED}`],
    ['12024-03-05', `"12024-03-05" is not a date: ${EXPECTED}`],
    ['+012024-03-05T00:00:00Z', `"+012024-03-05T00:00:00Z" is not a date: ${EXPECTED}`],
    ['2023-02-29', `"2023-02-29" is not on the calendar: ${EXPECTED}`],
    ['2024-04-31', `"2024-04-31" is not on the calendar: ${EXPECTED}`],
    ['2024-13-01', `"2024-13-01" is not on the calendar: ${EXPECTED}`],
    ['0000-00-00', `"0000-00-00" is not on the calendar: ${EXPECTED}`],
    ['2024-03-05T25:00', `"2024-03-05T25:00" has a time that no clock shows: ${EXPECTED}`],
    [' 2024-03-05T10:60', `" 2024-03-05T10:60" has a time that no clock shows: ${EXPECTED}`],
    ['2016-12-31T23:59:60Z', `"2016-12-31T23:59:60Z" has a time that no clock shows: ${EXPECTED}`],
    ['2024-03-05T24:00:01', `"2024-03-05T24:00:01" has a time that no clock shows: ${EXPECTED}`],
    [
      '2024-03-05T10:00+24:00',
      `"2024-03-05T10:00+24:00" has a time that no clock shows: ${EXPECTED}`,
    ],
    ['0999-12-31', `"0999-12-31" is not in the years 1000 to 9999: ${EXPECTED}`],
    ['0001-01-01T00:00:00', `"0001-01-01T00:00:00" is not in the years 1000 to 9999: ${EXPECTED}`],
    [
      new Date('+010000-01-01'),
      `"+010000-01-01T00:00:00.000Z" is not in the years 1000 to 9999: ${EXPECTED}`,
    ],
    [
      new Date('0999-12-31'),
      `"0999-12-31T00:00:00.000Z" is not in the years 1000 to 9999: ${EXPECTED}`,
    ],
  ])('%p is refused', (value, reason) => {
    expect(convert(value)).toStrictEqual(new Invalid(reason));
  });

  it.each([
    ['nothing', 0],
    ['nothing as text', ' 0 '],
    ['a negative nothing', '-0.0'],
    ['the day that only spreadsheets count', 60],
    ['a count of seconds', 1_709_647_200],
    ['a count of seconds before 1970', -1_709_647_200],
    ['a count of seconds that would be a midnight in milliseconds', '1728000000'],
    ['the last number that is too small', 9_999_999_999],
  ])('%s is no count of milliseconds', (__, value) => {
    const reason = `"${value}" does not look like milliseconds since 1970, rather like a count of seconds or no date at all: ${EXPECTED}`;
    expect(convert(value)).toStrictEqual(new Invalid(reason));
  });

  it.each([
    ['one', 1, '1 January 1900'],
    ["a spreadsheet's count of days", 45231, '1 November 2023'],
    ['one that has a time', '45231.75', '1 November 2023'],
    ['one with a decimal comma', '45231,75', '1 November 2023'],
    ['a year', '2024', '16 July 1905'],
    ['the last day', 2_958_465, '31 December 9999'],
  ])('%s is taken with another choice of Date Numbers', (__, value, day) => {
    const reason = `"${value}" does not look like milliseconds since 1970. As spreadsheets count days it is ${day}: if so, set the option Date Numbers to Spreadsheet Days`;
    expect(convert(value)).toStrictEqual(new Invalid(reason));
  });

  it.each([
    ['a count of microseconds', 1_709_647_200_000_000, 56146],
    ['the first millisecond that is too late', 7_258_118_400_000, 2200],
    ['the last that is too early', -5_364_662_400_001, 1799],
    ['the least date of another system', '-62135596800000', 1],
    ['more milliseconds than a date can have', 8_640_000_000_000_001, undefined],
    ['a count of nanoseconds', '1709647200000000000', undefined],
  ])('%s is no count of milliseconds either', (__, value, year) => {
    const when = year === undefined ? 'in no year at all' : `in the year ${year}`;
    const reason = `"${value}" does not look like milliseconds since 1970, because it would be ${when}: ${EXPECTED}`;
    expect(convert(value)).toStrictEqual(new Invalid(reason));
  });
});

it.each([
  ['the first', -5_364_662_400_000, '1800-01-01'],
  ['the last before 1970', -10_000_000_000, '1969-09-07'],
  ['the first after it', 10_000_000_000, '1970-04-26'],
  ['the last', 7_258_118_399_999, '2199-12-31'],
])('%s plausible millisecond is one', (_, value, day) => {
  expect(toDateText(value)).toBe(day);
});

describe('whatever is taken', () => {
  const source = fc.oneof(
    fc.date({ noInvalidDate: true }),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.maxSafeInteger(),
    fc.stringMatching(/^[+-]?\d{4,6}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$/),
    fc.string(),
  );

  it('is a day of a year with four digits, and is read as the same again', () => {
    fc.assert(
      fc.property(source, (value) => {
        const day = toDateText(value);
        if (day instanceof Invalid) return;
        expect(day).toMatch(/^[1-9]\d{3}-\d\d-\d\d$/);
        expect(toDateText(day!)).toBe(day);
      }),
    );
  });

  it('is a moment of such a year, and is read as the same again', () => {
    fc.assert(
      fc.property(source, (value) => {
        const moment = toDateTimeText(value);
        if (moment instanceof Invalid) return;
        expect(moment).toMatch(/^[1-9]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        expect(toDateTimeText(moment!)).toBe(moment);
      }),
    );
  });
});
