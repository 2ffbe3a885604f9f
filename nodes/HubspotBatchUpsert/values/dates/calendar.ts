export const DAY_MS = 86_400_000;

/** A day as a text names it, on the calendar or not. Months count from 1. */
export interface NamedDay {
  year: number;
  month: number;
  day: number;
}

/** The day at the start of a text, and what follows it. */
export interface LeadingDay extends NamedDay {
  after: string;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const;

/** Milliseconds from 1970 to the day's midnight in UTC; undefined where the calendar has no such day. */
export function dayOf({ year, month, day }: NamedDay): number | undefined {
  const date = new Date(0);
  // Date.UTC would take the year 99 for 1999, and either moves 31 February on to March.
  const midnight = date.setUTCFullYear(year, month - 1, day);
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? midnight : undefined;
}

/** The day of an instant in UTC as `YYYY-MM-DD`. */
export function dayText(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** A day for people: `3 April 2026`. */
export function dayInWords(day: number): string {
  const date = new Date(day);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/** A time for people, of milliseconds since midnight: `10:30`. */
export function timeInWords(time: number): string {
  return new Date(time).toISOString().slice(11, 16);
}

export function weekdayOf(day: number): string {
  return WEEKDAYS[new Date(day).getUTCDay()] ?? '';
}

/** The number of a month by its English name, its first three letters, or `Sept`; in any case. */
export function monthNumber(name: string): number | undefined {
  return MONTH_NUMBERS.get(name.toLowerCase());
}

/** A weekday's English name in full; undefined where the letters are none, nor the start of one. */
export function weekdayName(letters: string): string | undefined {
  const wanted = letters.toLowerCase();
  return wanted.length < 3
    ? undefined
    : WEEKDAYS.find((weekday) => weekday.toLowerCase().startsWith(wanted));
}

/** A year of two digits as spreadsheets and programs read it: 00 to 68 are after 2000. */
export function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year + (year < 69 ? 2000 : 1900);
}

const MONTH_NUMBERS = new Map<string, number>([
  ...MONTHS.flatMap((month, index): Array<[string, number]> => [
    [month.toLowerCase(), index + 1],
    [month.slice(0, 3).toLowerCase(), index + 1],
  ]),
  ['sept', 9],
]);
