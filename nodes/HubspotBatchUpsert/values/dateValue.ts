import { Invalid, quote, type ConversionResult } from './converted';
import { trimInvisible } from './invisible';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?(?:\[[\w/+-]+\])?)?$/i;

/** A day that every month has, as HubSpot takes it: nothing is to be rewritten or looked up. */
const PLAIN_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

const DAY_MS = 86_400_000;

/**
 * Below this, in early 1970, a number that is no midnight is no moment in milliseconds: it is a
 * spreadsheet's count of days (45,231), a day without dashes (20231101) or a count of seconds
 * (1,698,796,800).
 */
const LEAST_PLAUSIBLE_MS = 10_000_000_000;

const EXPECTED = 'write YYYY-MM-DD, an ISO 8601 date-time or milliseconds since 1970';

/**
 * A date property's value as `YYYY-MM-DD`. A date-time is put right by its calendar day: the day
 * that an ISO text itself names, whatever its zone, and the day in UTC for an instant.
 */
export function toDateText(value: string | number | Date): ConversionResult {
  if (typeof value === 'string' && PLAIN_DAY.test(value)) return value;
  const moment = readMoment(value);
  return moment instanceof Invalid ? moment : moment.day;
}

/** A date-time property's value, ISO 8601 in UTC. A text without a zone is taken as UTC. */
export function toDateTimeText(value: string | number | Date): ConversionResult {
  const moment = readMoment(value);
  return moment instanceof Invalid ? moment : new Date(moment.instant).toISOString();
}

type Moment = { day: string; instant: number } | Invalid;

function readMoment(value: string | number | Date): Moment {
  if (typeof value === 'string') {
    const source = trimInvisible(value);
    return /^-?\d+(\.\d+)?$/.test(source) ? fromInstant(Number(source)) : fromIso(source);
  }
  return fromInstant(Number(value));
}

function fromInstant(instant: number): Moment {
  if (Number.isNaN(new Date(instant).getTime()))
    return new Invalid(`${quote(instant)} is not a date`);
  if (instant > 0 && instant < LEAST_PLAUSIBLE_MS && instant % DAY_MS !== 0) {
    return new Invalid(
      `${instant} does not look like milliseconds since 1970, rather like a spreadsheet's count of days, a count of seconds or a date without dashes: ${EXPECTED}`,
    );
  }
  return { day: new Date(instant).toISOString().slice(0, 10), instant };
}

function fromIso(source: string): Moment {
  const match = ISO.exec(source);
  if (match === null) return new Invalid(`${quote(source)} is not a date: ${EXPECTED}`);
  const [
    ,
    year,
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
    return new Invalid(`${quote(source)} is not on the calendar`);
  }
  return { day: calendarDay, instant };
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
