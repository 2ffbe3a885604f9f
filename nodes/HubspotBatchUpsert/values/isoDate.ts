import { Invalid } from './conversion';
import { quote } from './quote';
import { trimInvisible } from './invisible';
import { EXPECTED, noPlainYear, type Moment } from './moment';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\[[\w/+-]+\])?)?$/i;

/** Reads a day or a date-time of ISO 8601, also with a blank for the `T`. Without a zone it is UTC. */
export function readIsoDate(value: string): Moment | Invalid {
  const match = ISO.exec(trimInvisible(value));
  if (match === null) return new Invalid(`${quote(value)} is not a date: ${EXPECTED}`);
  const [
    ,
    year = '',
    month,
    day,
    hour = '00',
    minute = '00',
    second = '00',
    fraction = '0',
    zone = 'Z',
  ] = match;
  const calendarDay = `${year}-${month}-${day}`;
  const milliseconds = fraction.padEnd(3, '0').slice(0, 3);
  const instant = Date.parse(
    `${calendarDay}T${hour}:${minute}:${second}.${milliseconds}${isoZone(zone)}`,
  );
  if (Number.isNaN(instant) || !isOnCalendar(calendarDay)) {
    return new Invalid(`${quote(value)} is not on the calendar`);
  }
  return year.startsWith('0') ? noPlainYear(value) : { day: calendarDay, instant };
}

function isoZone(zone: string): string {
  if (zone.toUpperCase() === 'Z') return 'Z';
  const digits = zone.slice(1).replace(':', '').padEnd(4, '0');
  return `${zone[0]}${digits.slice(0, 2)}:${digits.slice(2)}`;
}

/** JavaScript moves 31 February on to March instead of refusing it. */
function isOnCalendar(calendarDay: string): boolean {
  return new Date(calendarDay).getUTCDate() === Number(calendarDay.slice(-2));
}
