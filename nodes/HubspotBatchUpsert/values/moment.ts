import { Invalid } from './conversion';
import { quote } from './quote';

/** A point in time, and the calendar day that the value itself names. */
export interface Moment {
  /** `YYYY-MM-DD` */
  day: string;
  /** Milliseconds since 1970. */
  instant: number;
}

/** What a date is to look like; ends the reason why a value is none. */
export const EXPECTED = 'write YYYY-MM-DD, an ISO 8601 date-time or milliseconds since 1970';

const YEAR_1000 = Date.UTC(1000, 0);
const YEAR_10000 = Date.UTC(10_000, 0);

/** Is it in a year of four digits? Neither ISO texts nor HubSpot's days hold any other. */
export function hasPlainYear(instant: number): boolean {
  return instant >= YEAR_1000 && instant < YEAR_10000;
}

export function noPlainYear(value: unknown, where = ''): Invalid {
  return new Invalid(`${quote(value)} is not in the years 1000 to 9999${where}: ${EXPECTED}`);
}
