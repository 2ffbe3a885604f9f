import { Invalid } from '../conversion';
import { quote } from '../quote';

/** When a value says it is. */
export type Moment = Instant | CalendarTime;

/** A point in time. Which day it is depends on where. */
export interface Instant {
  /** Milliseconds since 1970. */
  instant: number;
}

/** A day and a time as calendar and clock show them at some place. */
export interface CalendarTime {
  /** Milliseconds from 1970 to the day's midnight, were it in UTC. */
  day: number;
  /** Milliseconds since midnight. */
  time: number;
  /** How far the clock is ahead of UTC, in milliseconds; undefined where the value does not say. */
  offset: number | undefined;
}

/** What a date is to look like; ends the reason why a value is none. */
export const EXPECTED = 'write it like 2024-03-05, 5 Mar 2024 or 2024-03-05T14:00:00Z';

const YEAR_1000 = Date.UTC(1000, 0);
const YEAR_10000 = Date.UTC(10_000, 0);

/** Is it in a year of four digits? Neither ISO texts nor HubSpot's days hold any other. */
export function hasPlainYear(instant: number): boolean {
  return instant >= YEAR_1000 && instant < YEAR_10000;
}

export function notADate(value: unknown): Invalid {
  return new Invalid(`${quote(value)} is not a date: ${EXPECTED}`);
}

export function noPlainYear(value: unknown, where = ''): Invalid {
  return new Invalid(`${quote(value)} is not in the years 1000 to 9999${where}: ${EXPECTED}`);
}
