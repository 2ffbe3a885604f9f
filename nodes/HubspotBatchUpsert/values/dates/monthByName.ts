import { fullYear, monthNumber, type LeadingDay } from './calendar';

const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th)?`;
const MONTH = String.raw`([a-z]+)`;
const YEAR = String.raw`(\d{4}|\d{2})(?!\d)`;
const MARK = String.raw`[\s/.,-]`;

/** `15 Jan 2023`, `15-Jan-23`, `15JAN2023`, `5th of Oct. 2023` */
const DAY_FIRST = new RegExp(`^${DAY}${MARK}*(?:of\\s+)?${MONTH}${MARK}*${YEAR}(.*)$`, 'is');

/** `Jan 15, 2023`, `October 5th 2023` */
const MONTH_FIRST = new RegExp(`^${MONTH}${MARK}*${DAY}${MARK}+${YEAR}(.*)$`, 'is');

/** `Nov 26 20:57:02 UTC 2026`: a time with minutes, and perhaps an offset, before the year. */
const YEAR_LAST = new RegExp(`^${MONTH}\\s+${DAY}\\s+(\\d+:\\S+)(\\s\\S+)?\\s+(\\d{4})$`, 'is');

/** Reads a day whose month has its English name. With a year of two digits the day comes before it. */
export function readMonthByName(text: string): LeadingDay | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst !== null) {
    const [, day = '', name = '', year = '', after = ''] = dayFirst;
    return leadingDay(day, name, year, after);
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast !== null) {
    const [, name = '', day = '', time = '', zone = '', year = ''] = yearLast;
    return leadingDay(day, name, year, ` ${time}${zone}`);
  }
  const [, name = '', day = '', year = '', after = ''] = MONTH_FIRST.exec(text) ?? [];
  return leadingDay(day, name, year, after);
}

function leadingDay(
  day: string,
  name: string,
  year: string,
  after: string,
): LeadingDay | undefined {
  const month = monthNumber(name);
  return month === undefined ? undefined : { year: fullYear(year), month, day: Number(day), after };
}
