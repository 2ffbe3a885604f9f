import type { DateOrder } from '../../model/settings';
import { Invalid } from '../conversion';
import { quote } from '../quote';
import { dayInWords, dayOf, fullYear } from './calendar';
import { EXPECTED } from './moment';

/** Day and month in figures, in either order, at the start of a text; and what follows them. */
export interface Figures {
  first: number;
  second: number;
  year: number;
  after: string;
}

/** `31/12/2023`, `12/1/10`, `28.08.2014`, `2-3-2024` */
const FIGURES = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?!\d)(.*)$/s;

const ORDERS = { dayFirst: 'Day First', monthFirst: 'Month First' } as const;

export function readFigures(text: string): Figures | undefined {
  const match = FIGURES.exec(text);
  if (match === null) return undefined;
  const [, first, , second, year = '', after = ''] = match;
  return { first: Number(first), second: Number(second), year: fullYear(year), after };
}

/**
 * Finds the day by the order that the user chose. Without one none is taken, not even where a figure
 * above 12 gives the order away: else half of a column would be read and the other half refused.
 *
 * @returns The day's midnight, were it in UTC.
 */
export function dayByOrder(figures: Figures, order: DateOrder, value: string): number | Invalid {
  const { first, second, year } = figures;
  const days = {
    dayFirst: dayOf({ year, month: second, day: first }),
    monthFirst: dayOf({ year, month: first, day: second }),
  };
  if (order === 'refuse') return undecided(days, value);
  const day = days[order];
  if (day !== undefined) return day;
  const other = order === 'dayFirst' ? 'monthFirst' : 'dayFirst';
  const otherDay = days[other];
  if (otherDay === undefined) return offCalendar(value);
  return new Invalid(
    `${quote(value)} is not on the calendar as the option Date Order says, ${ORDERS[order]}; with ${ORDERS[other]} it is ${dayInWords(otherDay)}`,
  );
}

export function offCalendar(value: string | number): Invalid {
  return new Invalid(`${quote(value)} is not on the calendar: ${EXPECTED}`);
}

function undecided(days: Record<keyof typeof ORDERS, number | undefined>, value: string): Invalid {
  const { dayFirst, monthFirst } = days;
  if (dayFirst === monthFirst) {
    return dayFirst === undefined ? offCalendar(value) : undecidedForOthers(value, dayFirst, BOTH);
  }
  if (monthFirst === undefined) return undecidedForOthers(value, dayFirst, ORDERS.dayFirst);
  if (dayFirst === undefined) return undecidedForOthers(value, monthFirst, ORDERS.monthFirst);
  return new Invalid(
    `${quote(value)} is ${dayInWords(dayFirst)} or ${dayInWords(monthFirst)}: set the option Date Order to ${BOTH}`,
  );
}

const BOTH = `${ORDERS.dayFirst} or ${ORDERS.monthFirst}`;

function undecidedForOthers(value: string, day = 0, choice = BOTH): Invalid {
  return new Invalid(
    `${quote(value)} is ${dayInWords(day)}, but dates such as 3/4/2026 have two readings: set the option Date Order to ${choice}`,
  );
}
