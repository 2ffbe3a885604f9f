import { Invalid } from '../conversion';
import { quote } from '../quote';
import { dayInWords } from './calendar';
import { EXPECTED, type Instant } from './moment';
import { spreadsheetDay } from './spreadsheetDay';

/**
 * Nearer to 1970 than this, some 116 days, a number is rather a spreadsheet's count of days (45,231),
 * a count of seconds (1,698,796,800), or nothing (0).
 */
export const LEAST_PLAUSIBLE_MS = 10_000_000_000;

/** What is further away is a count of microseconds, or no date. */
const YEAR_1800 = Date.UTC(1800, 0);
const YEAR_2200 = Date.UTC(2200, 0);

/** Takes a number for milliseconds since 1970 where those are a plausible time. */
export function readEpochMilliseconds(value: string | number, count: number): Instant | Invalid {
  if (Math.abs(count) < LEAST_PLAUSIBLE_MS) return tooNear(value, count);
  if (!(count >= YEAR_1800 && count < YEAR_2200)) {
    return implausible(value, `, because it would be ${yearOf(count)}: ${EXPECTED}`);
  }
  return { instant: Math.trunc(count) };
}

function tooNear(value: string | number, count: number): Invalid {
  const asDays = spreadsheetDay(count);
  return implausible(
    value,
    asDays === undefined
      ? `, rather like a count of seconds or no date at all: ${EXPECTED}`
      : `. As spreadsheets count days it is ${dayInWords(asDays.day)}: if so, set the option Date Numbers to Spreadsheet Days`,
  );
}

function implausible(value: string | number, reason: string): Invalid {
  return new Invalid(`${quote(value)} does not look like milliseconds since 1970${reason}`);
}

function yearOf(instant: number): string {
  const year = new Date(instant).getUTCFullYear();
  return Number.isNaN(year) ? 'in no year at all' : `in the year ${year}`;
}
