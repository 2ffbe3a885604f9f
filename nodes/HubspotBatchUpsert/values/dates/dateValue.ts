import type { ValueRules } from '../../model/settings';
import { Invalid, type ConversionResult } from '../conversion';
import { trimInvisible } from '../invisible';
import { DAY_MS, dayText } from './calendar';
import { readDateNumber } from './dateNumber';
import { hasPlainYear, noPlainYear, type Instant, type Moment } from './moment';
import { instantOf, localTimeAt } from './timeZone';
import { readWrittenDate } from './writtenDate';

export type DateRules = Pick<ValueRules, 'dateOrder' | 'dateNumbers' | 'timeZone'>;

/** A day that every month has, as HubSpot takes it: nothing is to be rewritten or looked up. */
const PLAIN_DAY = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/**
 * A date property's value as `YYYY-MM-DD`. A text is put right by the calendar day that it names,
 * whatever its zone.
 */
export function toDateText(value: string | number | Date, rules: DateRules): ConversionResult {
  if (typeof value === 'string' && PLAIN_DAY.test(value)) return value;
  const moment = readMoment(value, rules);
  if (moment instanceof Invalid) return moment;
  if ('day' in moment) return dayText(moment.day);
  const local = isUtcMidnight(moment)
    ? moment.instant
    : localTimeAt(moment.instant, rules.timeZone);
  return hasPlainYear(local) ? dayText(local) : noPlainYear(value, ` in ${rules.timeZone}`);
}

/** A date-time property's value, ISO 8601 in UTC. What names no zone is a time of the rules' zone. */
export function toDateTimeText(value: string | number | Date, rules: DateRules): ConversionResult {
  const moment = readMoment(value, rules);
  if (moment instanceof Invalid) return moment;
  const instant = toInstant(moment, rules.timeZone);
  return hasPlainYear(instant) ? new Date(instant).toISOString() : noPlainYear(value, ' in UTC');
}

/** Did the time zone of the rules decide what is written? For a value that can be read. */
export function isReadInTimeZone(
  value: string | number | Date,
  type: 'date' | 'datetime',
  rules: DateRules,
): boolean {
  if (typeof value === 'string' && (value.endsWith('Z') || PLAIN_DAY.test(value))) {
    return type === 'datetime' && !value.endsWith('Z');
  }
  const moment = readMoment(value, rules);
  if (moment instanceof Invalid) return false;
  return 'day' in moment
    ? type === 'datetime' && moment.offset === undefined
    : type === 'date' && !isUtcMidnight(moment);
}

function readMoment(value: string | number | Date, rules: DateRules): Moment | Invalid {
  if (value instanceof Date) return readDate(value);
  const text = typeof value === 'string' ? trimInvisible(value) : String(value);
  return typeof value === 'number' || NUMBER.test(text)
    ? readDateNumber(value, text, rules.dateNumbers)
    : readWrittenDate(value, text, rules.dateOrder);
}

function readDate(date: Date): Instant | Invalid {
  const instant = date.getTime();
  return hasPlainYear(instant) ? { instant } : noPlainYear(date);
}

function toInstant(moment: Moment, timeZone: string): number {
  if ('instant' in moment) return moment.instant;
  const local = moment.day + moment.time;
  return moment.offset === undefined ? instantOf(local, timeZone) : local - moment.offset;
}

/** What is stored as a day is handed out as this; it is that day everywhere. */
function isUtcMidnight({ instant }: Instant): boolean {
  return instant % DAY_MS === 0;
}
