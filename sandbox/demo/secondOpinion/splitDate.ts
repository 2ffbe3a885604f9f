import { DateTime, Info } from 'luxon';
import type { ValueRules } from './valueRules';

/** A date and a time as a text names them, not yet on any calendar. */
export interface SplitDate {
  /** Undefined where it is no date, or one of two. */
  day: { year: number; month: number; day: number } | undefined;
  time: Clock | 'endOfDay' | undefined;
  /** Minutes ahead of UTC. */
  zone: number | undefined;
  /** The start of its English name, in lower case. */
  weekday: string | undefined;
}

interface Clock {
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

type Day = NonNullable<SplitDate['day']>;

const WEEKDAY = /^([a-z]{3,9})\.?,?\s+(?=\S)/i;
const TIME_LAST = /^([a-z]+\s+\d{1,2}(?:st|nd|rd|th)?)\s+(\d+:\S+(?:\s\S+)?)\s+(\d{4})$/i;
/** Where the time begins. */
const TIME =
  /^(.*?[\da-z])(?:(?<=\d)T(?=\d)|,?\s+(?:at\s+)?)(\d{1,2}(?::\d\d|\s*[ap]\.?\s?m\b)|(?<=T)(?:\d{4}|\d\d(?!\d))).*$/is;

/** @returns Undefined where the text is not shaped like a date. */
export function splitDate(text: string, order: ValueRules['dateOrder']): SplitDate | undefined {
  const [start = '', name = ''] = WEEKDAY.exec(text) ?? [];
  const weekday = isWeekday(name.toLowerCase()) ? name.toLowerCase() : undefined;
  const rest = (weekday === undefined ? text : text.slice(start.length)).replace(
    TIME_LAST,
    '$1 $3 $2',
  );
  const [, dayText = rest] = TIME.exec(rest) ?? [];
  const day = readDay(dayText.replace(/^(\d{8})(?=\d)/, '$1'), order);
  const clock = readClock(rest.slice(dayText.length).replace(/^(?:T|,?\s+(?:at\s+)?)/i, ''));
  return day && clock && { day, ...clock, weekday };
}

const WEEKDAYS = Info.weekdays('long', { locale: 'en' }).map((name) => name.toLowerCase());
const MONTHS = Info.months('long', { locale: 'en' }).map((name) => name.toLowerCase());

const isWeekday = (word: string) =>
  word.length >= 3 && WEEKDAYS.some((weekday) => weekday.startsWith(word));

function monthOf(word: string): number {
  const name = word.toLowerCase();
  const isName = (month: string) => name === month || name === month.slice(0, 3);
  return name === 'sept' ? 9 : MONTHS.findIndex(isName) + 1;
}

function readDay(text: string, order: ValueRules['dateOrder']): Day | undefined {
  const yearFirst =
    /^(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})$/.exec(text) ??
    /^(\d{4})(())(\d\d)(\d\d)$/.exec(text);
  if (yearFirst) return dayOf(yearFirst[1], yearFirst.at(-2), yearFirst.at(-1));
  if (COUNTED.test(text)) return countedDay(text);
  const figures = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/.exec(text);
  if (figures) {
    const [, first, , second, year] = figures;
    if (order === 'refuse') return undefined;
    return order === 'dayFirst' ? dayOf(year, second, first) : dayOf(year, first, second);
  }
  return readNamed(text);
}

/** The day of a year or of a week, in ISO 8601. */
const COUNTED = /^\d{4}(?:-\d{3}|-W\d\d-\d|W\d{3})$/i;

function countedDay(text: string): Day | undefined {
  const { isValid, year, month, day } = DateTime.fromISO(text.toUpperCase(), { zone: 'utc' });
  return isValid ? { year, month, day } : undefined;
}

function readNamed(text: string): Day | undefined {
  const yearFirst = /^(\d{4})[-/.\s]\s?([a-z]+)[-/.\s]\s?(\d{1,2})$/i.exec(text);
  if (yearFirst) return namedDay(yearFirst[3], yearFirst[2], yearFirst[1]);
  const dayFirst =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s/.,-]*(?:of\s+)?([a-z]+)[\s/.,-]*(\d{4}|\d{2})$/i.exec(text);
  if (dayFirst) return namedDay(dayFirst[1], dayFirst[2], dayFirst[3]);
  const monthFirst = /^([a-z]+)[\s/.,-]*(\d{1,2})(?:st|nd|rd|th)?[\s/.,-]+(\d{4}|\d{2})$/i.exec(
    text,
  );
  return monthFirst ? namedDay(monthFirst[2], monthFirst[1], monthFirst[3]) : undefined;
}

function namedDay(day: string | undefined, name = '', year?: string): Day | undefined {
  const month = monthOf(name);
  return month === 0 ? undefined : dayOf(year, String(month), day);
}

function dayOf(year = '', month = '', day = ''): Day {
  const century = year.length > 2 ? 0 : Number(year) < 69 ? 2000 : 1900;
  return { year: century + Number(year), month: Number(month), day: Number(day) };
}

const CLOCK =
  /^(\d{1,2})(?::(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(?:\s*([ap])\.?\s?m\b\.?)?(.*)$/is;
const DIGITS = /^(\d\d)(\d\d)(?:(\d\d)(?:[.,](\d{1,9}))?)?(?!\d)()(.*)$/s;
const ZONE =
  /^\s*(?:(?:(?:UTC|GMT)\s?)?([+\-\u2212])(\d{1,2})(?::?(\d\d))?|Z|UTC|GMT)(?:\s*(?:\[[\w/+-]+\]|\([^()]*\)))?$/i;

function readClock(text: string): Pick<SplitDate, 'time' | 'zone'> | undefined {
  const midnight = { hour: 0, minute: 0, second: 0, millisecond: 0 };
  if (text === '') return { time: midnight, zone: undefined };
  const [, hour, minute = '0', second = '0', fraction = '', half = '', after = ''] =
    (/^\d{4}/.test(text) ? DIGITS : CLOCK).exec(text) ?? [];
  const zone = readZone(after);
  if (hour === undefined || zone === 'none') return undefined;
  const clock = {
    hour: hourOf(Number(hour), half.toLowerCase()),
    minute: Number(minute),
    second: Number(second),
    millisecond: Number(fraction.padEnd(3, '0').slice(0, 3)),
  };
  const { hour: full, ...others } = clock;
  const isEndOfDay = full === 24 && Object.values(others).every((part) => part === 0);
  return { time: isEndOfDay ? 'endOfDay' : clock, zone };
}

/** No clock shows it. */
const NO_HOUR = 99;

function hourOf(hour: number, half: string): number {
  if (half === '') return hour;
  if (half === 'a') return hour <= 12 ? hour % 12 : NO_HOUR;
  if (hour === 0 || hour > 23) return NO_HOUR;
  return hour < 12 ? hour + 12 : hour;
}

function readZone(text: string): number | 'none' | undefined {
  if (text === '') return undefined;
  const match = ZONE.exec(text);
  if (!match) return 'none';
  const [, sign = '+', hours = '0', minutes = '0'] = match;
  const isClock = Number(hours) < 24 && Number(minutes) < 60;
  const ahead = Number(hours) * 60 + Number(minutes);
  return isClock ? (sign === '+' ? ahead : -ahead) : 'none';
}
