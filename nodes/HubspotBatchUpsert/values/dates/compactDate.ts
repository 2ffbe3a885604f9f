import { Invalid } from '../conversion';
import { quote } from '../quote';
import { dayInWords, dayOf, timeInWords } from './calendar';
import { EXPECTED, type CalendarTime } from './moment';
import { readTimeOfDay } from './timeOfDay';
import { readWithoutMarks } from './yearFirst';

/** By the number of digits. */
const FORMS = new Map([
  [8, 'YYYYMMDD'],
  [12, 'YYYYMMDDhhmm'],
  [14, 'YYYYMMDDhhmmss'],
]);

const DIGITS = /^[1-9]\d+$/;

/**
 * Reads a day, or a day and a time, that is written without marks: 20231231103000. Of 8 or 14 digits
 * there are no milliseconds since 1970 that anybody would mean; of 12 there are, from 1973 to 2001,
 * so that with these a day and a time is refused.
 *
 * @returns Undefined where it can only be another number.
 */
export function readCompactDate(
  value: string | number,
  digits: string,
): CalendarTime | Invalid | undefined {
  const form = FORMS.get(digits.length);
  if (form === undefined || !DIGITS.test(digits)) return undefined;
  const written = calendarTime(digits);
  if (digits.length === 12)
    return written && isOfOurTime(written) ? twoReadings(value, digits, written) : undefined;
  return written ?? new Invalid(`${quote(value)} is not on the calendar as ${form}: ${EXPECTED}`);
}

function calendarTime(digits: string): CalendarTime | undefined {
  const written = readWithoutMarks(digits);
  const day = written && dayOf(written);
  const time = written && readTimeOfDay(written.after)?.time;
  return day === undefined || time === undefined ? undefined : { day, time, offset: undefined };
}

/** Without this every 200th number of milliseconds before September 2001 would have two readings. */
function isOfOurTime({ day }: CalendarTime): boolean {
  return day >= Date.UTC(1800, 0) && day < Date.UTC(2200, 0);
}

function twoReadings(value: string | number, digits: string, { day, time }: CalendarTime): Invalid {
  const written = `${dayInWords(day)}, ${timeInWords(time)}`;
  const counted = dayInWords(Number(digits));
  return new Invalid(
    `${quote(value)} is ${written}, or ${counted} in milliseconds since 1970: ${EXPECTED}`,
  );
}
