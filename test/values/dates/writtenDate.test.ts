import { Invalid } from '../../../nodes/HubspotBatchUpsert/values/conversion';
import {
  toDateText,
  toDateTimeText,
} from '../../../nodes/HubspotBatchUpsert/values/dates/dateValue';
import { valueRules } from '../../support/valueRules';

const EXPECTED = 'write it like 2024-03-05, 5 Mar 2024 or 2024-03-05T14:00:00Z';
const dayFirst = { ...valueRules, dateOrder: 'dayFirst' } as const;
const monthFirst = { ...valueRules, dateOrder: 'monthFirst' } as const;

describe('a day with one reading is taken whatever the options say', () => {
  it.each([
    ['2024-03-05', '2024-03-05'],
    ['2024-3-5', '2024-03-05'],
    ['2024/03/05', '2024-03-05'],
    ['2024.03.05', '2024-03-05'],
    ['2024. 3. 5', '2024-03-05'],
    ['2024-Mar-05', '2024-03-05'],
    ['2024-W10-2', '2024-03-05'],
    ['2024W102', '2024-03-05'],
    ['2020-W53-5', '2021-01-01'],
    ['2024-065', '2024-03-05'],
    ['2024 March 5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    [20240305, '2024-03-05'],
    ['99991231', '9999-12-31'],
    ['15 Jan 2023', '2023-01-15'],
    ['15-Jan-2023', '2023-01-15'],
    ['15/jan/2023', '2023-01-15'],
    ['15.JAN.2023', '2023-01-15'],
    ['15JAN2023', '2023-01-15'],
    ['15 Jan. 2023', '2023-01-15'],
    ['15\u00a0January\u202f2023', '2023-01-15'],
    ['15. January 2023', '2023-01-15'],
    ['15-Jan-23', '2023-01-15'],
    ['15-Jan-68', '2068-01-15'],
    ['15-Jan-69', '1969-01-15'],
    ['3 Sept 2024', '2024-09-03'],
    ['1st May 2023', '2023-05-01'],
    ['2nd june 2023', '2023-06-02'],
    ['3rd of July 2023', '2023-07-03'],
    ['5th Oct 2023', '2023-10-05'],
    ['Jan 15, 2023', '2023-01-15'],
    ['Jan. 15, 2023', '2023-01-15'],
    ['January 15 2023', '2023-01-15'],
    ['Jan-15-2023', '2023-01-15'],
    ['Jan 15, 23', '2023-01-15'],
    ['October 5th, 2023', '2023-10-05'],
    ['Thu, 26 Nov 2026', '2026-11-26'],
    ['Thursday, November 26, 2026', '2026-11-26'],
    ['thurs 26 Nov 2026', '2026-11-26'],
    ['Thu 2026-11-26', '2026-11-26'],
  ])('%j is %s', (value, day) => {
    for (const rules of [valueRules, dayFirst, monthFirst]) {
      expect(toDateText(value, rules)).toBe(day);
      expect(toDateTimeText(value, rules)).toBe(`${day}T00:00:00.000Z`);
      const asNumbers = { ...rules, dateNumbers: 'spreadsheetDays' } as const;
      expect(toDateText(value, asNumbers)).toBe(day);
    }
  });
});

describe('a time after the day is read', () => {
  it.each([
    ['2024/03/15 09:22:10', '2024-03-15T09:22:10.000Z'],
    ['2024-03-15T9:22', '2024-03-15T09:22:00.000Z'],
    ['2024-03-15T092210', '2024-03-15T09:22:10.000Z'],
    ['20231231103000', '2023-12-31T10:30:00.000Z'],
    [20231231103000, '2023-12-31T10:30:00.000Z'],
    ['20231231T103000Z', '2023-12-31T10:30:00.000Z'],
    ['20231231T1030+0200', '2023-12-31T08:30:00.000Z'],
    ['20231231103000Z', '2023-12-31T10:30:00.000Z'],
    ['2024-03-05T14', '2024-03-05T14:00:00.000Z'],
    ['20240305T14+02', '2024-03-05T12:00:00.000Z'],
    ['2024-W10-2T14:30Z', '2024-03-05T14:30:00.000Z'],
    ['2024-03-05 10:00:00 +0000 UTC', '2024-03-05T10:00:00.000Z'],
    ['2024-03-05 10:00 +0100 CET', '2024-03-05T09:00:00.000Z'],
    ['20231231 10:30', '2023-12-31T10:30:00.000Z'],
    ['15 January 2023 10:30', '2023-01-15T10:30:00.000Z'],
    ['15 Jan 2023, 10:30:15.25', '2023-01-15T10:30:15.250Z'],
    ['Jan 15, 2023 at 11:08 PM', '2023-01-15T23:08:00.000Z'],
    ['Jan 15, 2023 11:08pm', '2023-01-15T23:08:00.000Z'],
    ['Jan 15, 2023, 11:08:05\u202fPM', '2023-01-15T23:08:05.000Z'],
    ['15 Jan 2023 9 a.m.', '2023-01-15T09:00:00.000Z'],
    ['15 Jan 2023 9am', '2023-01-15T09:00:00.000Z'],
    ['15 Jan 2023 12:05 am', '2023-01-15T00:05:00.000Z'],
    ['15 Jan 2023 00:05 AM', '2023-01-15T00:05:00.000Z'],
    ['15 Jan 2023 12:05 pm', '2023-01-15T12:05:00.000Z'],
    ['15 Jan 2023 14:35 PM', '2023-01-15T14:35:00.000Z'],
    ['15 Jan 2023 11:08 PM +02:00', '2023-01-15T21:08:00.000Z'],
    ['15 Jan 2023 10:30 UTC', '2023-01-15T10:30:00.000Z'],
    ['15 Jan 2023 10:30 gmt', '2023-01-15T10:30:00.000Z'],
    ['15 Jan 2023 10:30 UTC+1', '2023-01-15T09:30:00.000Z'],
    ['15 Jan 2023 10:30 GMT-0530', '2023-01-15T16:00:00.000Z'],
    ['15 Jan 2023 10:30 \u22120530', '2023-01-15T16:00:00.000Z'],
    ['Thu, 26 Nov 2026 20:57:02 +0000', '2026-11-26T20:57:02.000Z'],
    [
      'Thu Nov 26 2026 20:57:02 GMT+0100 (Central European Standard Time)',
      '2026-11-26T19:57:02.000Z',
    ],
    ['Thu Nov 26 20:57:02 2026', '2026-11-26T20:57:02.000Z'],
    ['Thu Nov 26 20:57:02 UTC 2026', '2026-11-26T20:57:02.000Z'],
    ['Wed Oct 10 20:19:24 +0100 2018', '2018-10-10T19:19:24.000Z'],
    ['2024-03-05T24:00', '2024-03-06T00:00:00.000Z'],
  ])('%j is %s', (value, moment) => {
    expect(toDateTimeText(value, valueRules)).toBe(moment);
  });

  it('which leaves the day that the text names, whatever the offset', () => {
    for (const text of ['15 Jan 2023 0:30 +0900', '15 Jan 2023 23:30 -0900', '2023-01-15T24:00']) {
      expect(toDateText(text, valueRules)).toBe('2023-01-15');
    }
  });
});

describe('day and month in figures', () => {
  it.each([
    ['3/4/2026', '2026-04-03', '2026-03-04'],
    ['03-04-2026', '2026-04-03', '2026-03-04'],
    ['3. 4. 2026', '2026-04-03', '2026-03-04'],
    ['3/4/68', '2068-04-03', '2068-03-04'],
    ['3/4/69', '1969-04-03', '1969-03-04'],
    ['12/1/10 8:26', '2010-01-12', '2010-12-01'],
    ['3/3/2026', '2026-03-03', '2026-03-03'],
    ['Sat 3/4/2000 11:08 PM', undefined, '2000-03-04'],
  ])('%j is by its order %s or %s', (value, asDayFirst, asMonthFirst) => {
    if (asDayFirst) expect(toDateText(value, dayFirst)).toBe(asDayFirst);
    expect(toDateText(value, monthFirst)).toBe(asMonthFirst);
    expect(toDateText(value, valueRules)).toBeInstanceOf(Invalid);
  });

  it.each([
    ['12/1/10 8:26', dayFirst, '2010-01-12T08:26:00.000Z'],
    ['28.08.2014', dayFirst, '2014-08-28T00:00:00.000Z'],
    ['31/12/2023, 11:08 PM', dayFirst, '2023-12-31T23:08:00.000Z'],
    ['2/24/2003 0:00', monthFirst, '2003-02-24T00:00:00.000Z'],
    ['02-24-2003T10:00+01:00', monthFirst, '2003-02-24T09:00:00.000Z'],
  ])('%j has a time', (value, rules, moment) => {
    expect(toDateTimeText(value, rules)).toBe(moment);
  });

  it.each([
    [
      '3/4/2026',
      'is 3 April 2026 or 4 March 2026: set the option Date Order to Day First or Month First',
    ],
    [
      '12/1/10 8:26',
      'is 12 January 2010 or 1 December 2010: set the option Date Order to Day First or Month First',
    ],
    [
      '31/12/2023',
      'is 31 December 2023, but dates such as 3/4/2026 have two readings: set the option Date Order to Day First',
    ],
    [
      '12/31/2023',
      'is 31 December 2023, but dates such as 3/4/2026 have two readings: set the option Date Order to Month First',
    ],
    [
      '3/3/2026',
      'is 3 March 2026, but dates such as 3/4/2026 have two readings: set the option Date Order to Day First or Month First',
    ],
    ['13/13/2026', `is not on the calendar: ${EXPECTED}`],
  ])('%j is refused without an order', (value, reason) => {
    const refusal = new Invalid(`"${value}" ${reason}`);
    expect(toDateText(value, valueRules)).toStrictEqual(refusal);
    expect(toDateTimeText(value, valueRules)).toStrictEqual(refusal);
  });

  it.each([
    [
      '12/31/2023',
      dayFirst,
      'is not on the calendar as the option Date Order says, Day First; with Month First it is 31 December 2023',
    ],
    [
      '31/12/2023',
      monthFirst,
      'is not on the calendar as the option Date Order says, Month First; with Day First it is 31 December 2023',
    ],
    ['31/31/2023', dayFirst, `is not on the calendar: ${EXPECTED}`],
    ['29/2/2023', dayFirst, `is not on the calendar: ${EXPECTED}`],
  ])('%j is refused where the order does not fit', (value, rules, reason) => {
    expect(toDateText(value, rules)).toStrictEqual(new Invalid(`"${value}" ${reason}`));
  });
});

describe('what is refused', () => {
  it.each([
    '31 Feb 2024',
    'Feb 30, 2024',
    '29-Feb-23',
    '0 Jan 2024',
    '2024/02/30',
    '31/4/2024',
    '2024-W53-1',
    '2023-366',
  ])('%j: no such day', (value) => {
    expect(toDateText(value, dayFirst)).toStrictEqual(
      new Invalid(`"${value}" is not on the calendar: ${EXPECTED}`),
    );
  });

  it.each([
    '15 Jan 2024 24:01',
    '15 Jan 2024 13:00 am',
    '15 Jan 2024 0:30 pm',
    '15 Jan 2024 24:00 pm',
    '15/1/2024 10:60',
    '15/1/2024 10:00:60',
    '2024-01-15T10:00+10:60',
  ])('%j: no such time', (value) => {
    expect(toDateText(value, dayFirst)).toStrictEqual(
      new Invalid(`"${value}" has a time that no clock shows: ${EXPECTED}`),
    );
  });

  it.each([
    'tomorrow',
    'Jan 2023',
    '15 Jan',
    'Jan 15 10:30',
    '15 Janvier 2023',
    '15 Mär 2023',
    '15 Jan 023',
    '1/2/023',
    '1/2-2023',
    '1/2/2023/4',
    '1/2/2023 soon',
    '5 May 10 pm',
    '15 Jan 2023 10',
    '15 Jan 2023 10:30 Uhr',
    '15 Jan 2023 noon AM',
    '2024-03-05T01:00[Europe/Berlin]',
    'Thu',
    'Thu, soon',
  ])('%j: no date', (value) => {
    expect(toDateText(value, dayFirst)).toStrictEqual(
      new Invalid(
        `"${value}" is not a date: write it like 2024-03-05, 5 Mar 2024 or 2024-03-05T14:00:00Z`,
      ),
    );
  });

  it('is a day beside a weekday that it is not', () => {
    expect(toDateText('Fri, 26 Nov 2026', valueRules)).toStrictEqual(
      new Invalid('"Fri, 26 Nov 2026" is on a Thursday, not on a Friday'),
    );
    expect(toDateText('Sat 3/4/2000', dayFirst)).toStrictEqual(
      new Invalid('"Sat 3/4/2000" is on a Monday, not on a Saturday'),
    );
  });

  it.each(['15 Jan 2023 10:30 CET', '15 Jan 2023 9 pm CET', 'Jan 15 2023 10:30 (CET)'])(
    '%j is a time whose zone has letters for its name',
    (value) => {
      expect(toDateTimeText(value, valueRules)).toStrictEqual(
        new Invalid(
          `"${value}" names its time zone by the letters CET, which are not safe to read: write the offset from UTC, such as +01:00`,
        ),
      );
    },
  );
});

describe('digits alone', () => {
  it.each(['202312311030', 202312311030])('%j has two readings of 12 digits', (value) => {
    expect(toDateText(value, valueRules)).toStrictEqual(
      new Invalid(
        '"202312311030" is 31 December 2023, 10:30, or 30 May 1976 in milliseconds since 1970: write it like 2024-03-05, 5 Mar 2024 or 2024-03-05T14:00:00Z',
      ),
    );
  });

  it.each([
    ['946684800000', '2000-01-01'],
    ['947010120000', '2000-01-04'],
    ['202313311030', '1976-05-30'],
    ['202312312530', '1976-05-30'],
  ])('%s of 12 digits are milliseconds, being no time of our days', (value, day) => {
    expect(toDateText(value, valueRules)).toBe(day);
  });

  it.each([
    ['20231301', 'YYYYMMDD'],
    ['20230229', 'YYYYMMDD'],
    ['20231231250000', 'YYYYMMDDhhmmss'],
  ])('%s is no day', (value, form) => {
    expect(toDateText(value, valueRules)).toStrictEqual(
      new Invalid(
        `"${value}" is not on the calendar as ${form}: write it like 2024-03-05, 5 Mar 2024 or 2024-03-05T14:00:00Z`,
      ),
    );
  });
});
