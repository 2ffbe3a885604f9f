import { DateTime, FixedOffsetZone, type Zone } from 'luxon';
import type { Cell } from '../file/sheet';
import { splitDate, type SplitDate } from './splitDate';
import { trimmed } from './trimmed';
import type { ValueRules } from './valueRules';

/** What HubSpot would hold: as a day, and as a time; undefined where it is none that it could hold. */
export interface Moment {
  day: string | undefined;
  iso: string | undefined;
}

const NUMBER = /^-?\d+(?:[.,]\d+)?$/;
/** A number nearer to 1970 is meant as something else: days, seconds, or a date without dashes. */
const LEAST_MS = 10_000_000_000;
const DAY_MS = 86_400_000;
/** The day that spreadsheets count, and that never was. */
const NO_DAY = 60;
const LAST_DAY = 2_958_465;

const WITHOUT_MARKS: Partial<Record<number, string>> = {
  8: 'yyyyMMdd',
  12: 'yyyyMMddHHmm',
  14: 'yyyyMMddHHmmss',
};

/**
 * Reads dates and times with Luxon's calendar and zones, in the forms that spreadsheets have them.
 *
 * @returns Undefined where it is none, or one of several.
 */
export function readMoment(cell: Cell, rules: ValueRules): Moment | undefined {
  if (typeof cell === 'boolean') return undefined;
  const text = trimmed(String(cell));
  if (typeof cell === 'string' && isCountOfTwoDays(text)) return undefined;
  if (typeof cell === 'number' || NUMBER.test(text)) {
    return ofNumber(text.replace(',', '.'), rules);
  }
  const written = splitDate(text, rules.dateOrder);
  return written && ofText(written, zoneOf(rules));
}

/** Is it a count of days with a fraction, and one with a mark for thousands as well? */
function isCountOfTwoDays(text: string): boolean {
  if (!/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return false;
  const counts = [text.replace(/[.,]/, ''), text.replace(',', '.')].map(Number);
  return counts.every((count) => ofSpreadsheet(count, 'utc') !== undefined);
}

const zoneOf = ({ timeZone }: ValueRules) => timeZone || 'UTC';

function ofNumber(digits: string, rules: ValueRules): Moment | undefined {
  const zone = zoneOf(rules);
  const form = /^[1-9]\d+$/.test(digits) ? WITHOUT_MARKS[digits.length] : undefined;
  if (form !== undefined) {
    const local = DateTime.fromFormat(digits, form, { zone: 'utc' });
    if (form !== WITHOUT_MARKS[12]) return local.isValid ? ofLocal(local, zone) : undefined;
    if (local.isValid && local.year >= 1800 && local.year < 2200) return undefined;
  }
  const count = Number(digits);
  if (rules.dateNumbers === 'spreadsheetDays' && Math.abs(count) < LEAST_MS) {
    return ofSpreadsheet(count, zone);
  }
  const instant = DateTime.fromMillis(Math.trunc(count), { zone: 'utc' });
  const isPlausible = instant.year >= 1800 && instant.year < 2200;
  if (Math.abs(count) < LEAST_MS || !isPlausible) return undefined;
  const isMidnight = instant.toMillis() % DAY_MS === 0;
  return moment(isMidnight ? instant : instant.setZone(zone), instant);
}

function ofSpreadsheet(count: number, zone: string): Moment | undefined {
  const milliseconds = Math.round(count * DAY_MS);
  const days = Math.floor(milliseconds / DAY_MS);
  if (days < 1 || days > LAST_DAY || days === NO_DAY) return undefined;
  const first = DateTime.utc(1899, 12, days < NO_DAY ? 31 : 30);
  return ofLocal(first.plus({ days, milliseconds: milliseconds - days * DAY_MS }), zone);
}

function ofText({ day, time, zone, weekday }: SplitDate, ownZone: string): Moment | undefined {
  const date = day && DateTime.fromObject(day, { zone: 'utc' });
  if (!date?.isValid || date.year < 1000 || !time) return undefined;
  if (weekday && !date.setLocale('en').toFormat('EEEE').toLowerCase().startsWith(weekday)) {
    return undefined;
  }
  const local =
    time === 'endOfDay'
      ? date.plus({ days: 1 })
      : DateTime.fromObject({ ...day, ...time }, { zone: 'utc' });
  if (!local.isValid) return undefined;
  if (zone === undefined) return { ...ofLocal(local, ownZone), day: date.toISODate() };
  const offset = FixedOffsetZone.instance(zone);
  return moment(date, local.setZone(offset, { keepLocalTime: true }));
}

/** A time as a clock in the zone shows it. */
function ofLocal(local: DateTime, zone: string | Zone): Moment {
  const there = local.setZone(zone, { keepLocalTime: true });
  const [first = there] = there
    .getPossibleOffsets()
    .sort((one, other) => one.toMillis() - other.toMillis());
  return moment(local, first);
}

/** @param day Whose calendar day it is. */
function moment(day: DateTime, instant: DateTime): Moment {
  const utc = instant.toUTC();
  const isPlain = ({ year }: DateTime) => year >= 1000 && year <= 9999;
  return {
    day: isPlain(day) ? (day.toISODate() ?? undefined) : undefined,
    iso: isPlain(utc) ? (utc.toISO() ?? undefined) : undefined,
  };
}
