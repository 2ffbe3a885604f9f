import { readOffset } from './offset';

/** A time as the end of a text names it. */
export interface TimeOfDay {
  /** Milliseconds since midnight; undefined where no clock shows it. */
  time: number | undefined;
  /** How far the clock is ahead of UTC, in milliseconds; undefined where the text does not say. */
  offset: number | undefined;
}

const MIDNIGHT: TimeOfDay = { time: 0, offset: undefined };

const START = String.raw`(?:T|,?\s+(?:at\s+)?)`;
const FRACTION = String.raw`(?:[.,](\d{1,9}))?`;
const HALF_DAY = String.raw`(?:\s*([ap])\.?\s?m\b\.?)?`;

/** `T10:30:15.5Z`, ` 10:30`, `, 9:05 PM`, ` at 9 a.m.` */
const CLOCK = new RegExp(
  String.raw`^${START}(\d{1,2})(?::(\d{2})(?::(\d{2})${FRACTION})?)?${HALF_DAY}(.*)$`,
  'is',
);

/** `T103015`, `T1030Z`, `T10` */
const DIGITS = new RegExp(
  String.raw`^T(\d{2})(?:(\d{2})(?:(\d{2})${FRACTION})?)?(?!\d)(.*)$`,
  'is',
);

/**
 * Reads what follows the day in a text: nothing, or a time of 24 or 12 hours, and a zone's offset.
 *
 * @returns Undefined where it is something else.
 */
export function readTimeOfDay(text: string): TimeOfDay | undefined {
  if (text === '') return MIDNIGHT;
  const match = CLOCK.exec(text);
  if (match === null) return readDigits(text);
  const [, hour = '', minute, second = '0', fraction = '', half, zone = ''] = match;
  if (minute === undefined && half === undefined) return readDigits(text);
  const offset = readOffset(zone);
  if (offset === undefined) return undefined;
  return toTime(hourOfDay(Number(hour), half), Number(minute ?? 0), second, fraction, offset);
}

function readDigits(text: string): TimeOfDay | undefined {
  const match = DIGITS.exec(text);
  if (match === null) return undefined;
  const [, hour, minute = '0', second = '0', fraction = '', zone = ''] = match;
  const offset = readOffset(zone);
  if (offset === undefined) return undefined;
  return toTime(Number(hour), Number(minute), second, fraction, offset);
}

/** 12 a.m. is midnight, and 12 p.m. is noon; 14:35 p.m. says the same twice. NaN: no such hour. */
function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (half.toLowerCase() === 'a') return hour <= 12 ? hour % 12 : NaN;
  if (hour === 0 || hour > 23) return NaN;
  return hour < 12 ? hour + 12 : hour;
}

function toTime(
  hour: number,
  minute: number,
  second: string,
  fraction: string,
  offset: number | 'none',
): TimeOfDay {
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  const time = ((hour * 60 + minute) * 60 + Number(second)) * 1000 + milliseconds;
  // ISO 8601 calls the midnight at the end of a day 24:00.
  const isEndOfDay = hour === 24 && time === 86_400_000;
  const isOnClock = (hour < 24 || isEndOfDay) && minute < 60 && Number(second) < 60;
  return {
    time: isOnClock && !Number.isNaN(offset) ? time : undefined,
    offset: offset === 'none' ? undefined : offset,
  };
}
