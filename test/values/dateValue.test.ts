import { Invalid } from '../../nodes/HubspotBatchUpsert/values/converted';
import { toDateText, toDateTimeText } from '../../nodes/HubspotBatchUpsert/values/dateValue';

const EXPECTED = 'write YYYY-MM-DD, an ISO 8601 date-time or milliseconds since 1970';

describe('a date property holds the calendar day', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    [' 2024-03-05 ', '2024-03-05'],
    ['\ufeff2024-03-05\u200b', '2024-03-05'],
    ['\u200e1709596800000\u200f', '2024-03-05'],
    ['2024-02-29', '2024-02-29'],
    ['2024-03-05T23:30:00-05:00', '2024-03-05'],
    ['2024-03-05T00:30:00+02:00[Europe/Berlin]', '2024-03-05'],
    ['1709596800000', '2024-03-05'],
    [' 1709647200000 ', '2024-03-05'],
    ['1709596800000.25', '2024-03-05'],
    [1709647200000, '2024-03-05'],
    [0, '1970-01-01'],
    [-1, '1969-12-31'],
    ['-86400000', '1969-12-31'],
    [new Date('2024-03-05T23:59:59Z'), '2024-03-05'],
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
    [1709647200123, '2024-03-05T14:00:00.123Z'],
    [new Date('2024-03-05T14:00:00Z'), '2024-03-05T14:00:00.000Z'],
  ])('%p: %s', (value, expected) => {
    expect(toDateTimeText(value)).toBe(expected);
  });
});

describe.each([
  ['date', toDateText],
  ['date-time', toDateTimeText],
])('for a %s', (_, convert) => {
  it.each([
    ['1/12/2010', `"1/12/2010" is not a date: ${EXPECTED}`],
    ['tomorrow', `"tomorrow" is not a date: ${EXPECTED}`],
    ['2024-03-05T1', `"2024-03-05T1" is not a date: ${EXPECTED}`],
    ['2024-3-5', `"2024-3-5" is not a date: ${EXPECTED}`],
    ['2024-03-05 at noon', `"2024-03-05 at noon" is not a date: ${EXPECTED}`],
    ['on 2024-03-05', `"on 2024-03-05" is not a date: ${EXPECTED}`],
    ['2023-02-29', '"2023-02-29" is not on the calendar'],
    ['2024-04-31', '"2024-04-31" is not on the calendar'],
    ['2024-13-01', '"2024-13-01" is not on the calendar'],
    ['2024-03-05T25:00', '"2024-03-05T25:00" is not on the calendar'],
    [8_640_000_000_000_001, '"8640000000000001" is not a date'],
  ])('%p is refused', (value, reason) => {
    expect(convert(value)).toStrictEqual(new Invalid(reason));
  });

  it.each([
    ["a spreadsheet's count of days", 45231],
    ['a day without dashes', '20231101'],
    ['a count of seconds', 1_709_647_200],
    ['the last number that is too small', 9_999_999_999],
  ])('%s is no count of milliseconds', (__, value) => {
    const reason = `${value} does not look like milliseconds since 1970, rather like a spreadsheet's count of days, a count of seconds or a date without dashes: ${EXPECTED}`;
    expect(convert(value)).toStrictEqual(new Invalid(reason));
  });
});

it.each([
  ['a midnight', 86_400_000, '1970-01-02'],
  ['the least moment that is none', 10_000_000_000, '1970-04-26'],
])('%s of early 1970 is a count of milliseconds all the same', (_, value, day) => {
  expect(toDateText(value)).toBe(day);
});
