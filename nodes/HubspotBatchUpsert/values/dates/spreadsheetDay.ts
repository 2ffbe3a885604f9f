import { Invalid } from '../conversion';
import { quote } from '../quote';
import { DAY_MS } from './calendar';
import type { CalendarTime } from './moment';

/** 29 February 1900, which spreadsheets count although it never was. */
const NO_DAY = 60;
const LAST = 2_958_465;

const BEFORE_NO_DAY = Date.UTC(1899, 11, 31);
const AFTER_NO_DAY = Date.UTC(1899, 11, 30);

/**
 * Reads a number as spreadsheets count days: 1 is 1 January 1900, and the fraction is the time.
 *
 * @returns Undefined where it is too small or too large for that, or the day that never was.
 */
export function spreadsheetDay(count: number): CalendarTime | undefined {
  const time = Math.round((count % 1) * DAY_MS) % DAY_MS;
  const wholeDays = Math.round((count * DAY_MS - time) / DAY_MS);
  if (!(wholeDays >= 1 && wholeDays <= LAST) || wholeDays === NO_DAY) return undefined;
  const origin = wholeDays < NO_DAY ? BEFORE_NO_DAY : AFTER_NO_DAY;
  return { day: origin + wholeDays * DAY_MS, time, offset: undefined };
}

export function noSpreadsheetDay(value: string | number): Invalid {
  return new Invalid(
    `${quote(value)} is not a day as spreadsheets count them, from 1 (1 January 1900) to ${LAST} (31 December 9999), without ${NO_DAY} (29 February 1900, which never was)`,
  );
}
