import { Invalid, type ConversionResult } from './conversion';
import { readEpochMilliseconds } from './epochMilliseconds';
import { trimInvisible } from './invisible';
import { readIsoDate } from './isoDate';
import { hasPlainYear, noPlainYear, type Moment } from './moment';

/** A day that every month has, as HubSpot takes it: nothing is to be rewritten or looked up. */
const PLAIN_DAY = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

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
  if (moment instanceof Invalid) return moment;
  if (!hasPlainYear(moment.instant)) return noPlainYear(value, ' in UTC');
  return new Date(moment.instant).toISOString();
}

function readMoment(value: string | number | Date): Moment | Invalid {
  if (value instanceof Date) return readDate(value);
  if (typeof value === 'number') return readEpochMilliseconds(value);
  return isNumber(value) ? readEpochMilliseconds(value) : readIsoDate(value);
}

function isNumber(value: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(trimInvisible(value));
}

function readDate(date: Date): Moment | Invalid {
  const instant = date.getTime();
  return hasPlainYear(instant)
    ? { day: date.toISOString().slice(0, 10), instant }
    : noPlainYear(date);
}
