import { DAY_MS, dayOf, type LeadingDay } from './calendar';

/** `2024-W10-2`, `2024W102`: the second day of the tenth week. */
const IN_WEEK = /^(\d{4})(-?)W(\d{2})\2([1-7])(?!\d)(.*)$/is;

/** `2024-065`: the 65th day of the year. */
const IN_YEAR = /^(\d{4})-(\d{3})(?![\d-])(.*)$/s;

/** Reads a day that ISO 8601 counts by weeks, or within the year. */
export function readIsoDay(text: string): LeadingDay | undefined {
  const inWeek = IN_WEEK.exec(text);
  if (inWeek !== null) {
    const [, year, , week, day, after = ''] = inWeek;
    return counted(Number(year), dayInWeek(Number(year), Number(week), Number(day)), after);
  }
  const [, year, day, after = ''] = IN_YEAR.exec(text) ?? [];
  if (year === undefined) return undefined;
  const isInYear = Number(day) >= 1 && Number(day) <= daysBetween(Number(year), Number(year) + 1);
  return counted(
    Number(year),
    isInYear ? firstOf(Number(year)) + (Number(day) - 1) * DAY_MS : NaN,
    after,
  );
}

/** The first week is that of 4 January, and weeks begin on a Monday. NaN where the year has no such week. */
function dayInWeek(year: number, week: number, day: number): number {
  const begin = weeksBegin(year) + (week - 1) * 7 * DAY_MS;
  const isInYear = week >= 1 && begin < weeksBegin(year + 1);
  return isInYear ? begin + (day - 1) * DAY_MS : NaN;
}

function weeksBegin(year: number): number {
  const fourth = firstOf(year) + 3 * DAY_MS;
  return fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * DAY_MS;
}

function firstOf(year: number): number {
  return dayOf({ year, month: 1, day: 1 }) ?? NaN;
}

function daysBetween(year: number, next: number): number {
  return (firstOf(next) - firstOf(year)) / DAY_MS;
}

/** @param midnight NaN where the calendar has no such day; no month is the 0th. */
function counted(year: number, midnight: number, after: string): LeadingDay {
  if (Number.isNaN(midnight)) return { year, month: 0, day: 0, after };
  const date = new Date(midnight);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    after,
  };
}
