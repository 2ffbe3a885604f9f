import type { DateOrder } from '../../model/settings';
import { Invalid } from '../conversion';
import { quote } from '../quote';
import { dayOf, weekdayName, weekdayOf, type LeadingDay } from './calendar';
import { dayByOrder, offCalendar, readFigures, type Figures } from './dayAndMonth';
import { EXPECTED, notADate, noPlainYear, type CalendarTime } from './moment';
import { readMonthByName } from './monthByName';
import { readTimeOfDay } from './timeOfDay';
import { readYearFirst } from './yearFirst';

/** `Thu, `, `Thursday ` */
const LEADING_WORD = /^([a-z]+)\.?,?\s+(.+)$/is;

/** `CET` in `10:30 CET`, `EST` in `9 pm EST` */
const ZONE_NAME = /\s\(?(?!AM\b|PM\b)([A-Z]{2,5})\)?$/;

/**
 * Reads a day, or a day and a time, that is written for people or as ISO 8601.
 *
 * @param value As it is shown in messages.
 * @param text The same without anything around it.
 */
export function readWrittenDate(
  value: string,
  text: string,
  order: DateOrder,
): CalendarTime | Invalid {
  const { weekday, rest } = splitWeekday(text);
  const written = readDay(rest);
  const clock = written && readTimeOfDay(written.after);
  if (written === undefined || clock === undefined) return noDate(value, written?.after);
  const day = 'month' in written ? dayOf(written) : dayByOrder(written, order, value);
  if (day instanceof Invalid) return day;
  const { time, offset } = clock;
  if (day === undefined) return offCalendar(value);
  if (time === undefined)
    return new Invalid(`${quote(value)} has a time that no clock shows: ${EXPECTED}`);
  if (written.year < 1000) return noPlainYear(value);
  if (weekday !== undefined && weekday !== weekdayOf(day)) {
    return new Invalid(`${quote(value)} is on a ${weekdayOf(day)}, not on a ${weekday}`);
  }
  return { day, time, offset };
}

function readDay(text: string): LeadingDay | Figures | undefined {
  return readYearFirst(text) ?? readMonthByName(text) ?? readFigures(text);
}

function splitWeekday(text: string): { weekday: string | undefined; rest: string } {
  const [, word = '', rest = ''] = LEADING_WORD.exec(text) ?? [];
  const weekday = weekdayName(word);
  return { weekday, rest: weekday === undefined ? text : rest };
}

function noDate(value: string, after = ''): Invalid {
  const [end = '', name] = ZONE_NAME.exec(after) ?? [];
  const isTime = end !== '' && readTimeOfDay(after.slice(0, -end.length)) !== undefined;
  if (!isTime) return notADate(value);
  return new Invalid(
    `${quote(value)} names its time zone by the letters ${name}, which are not safe to read: write the offset from UTC, such as +01:00`,
  );
}
