import { Invalid } from './conversion';
import { quote } from './quote';
import { trimInvisible } from './invisible';
import { EXPECTED, type Moment } from './moment';

/**
 * Nearer to 1970 than this, some 116 days, a number is rather a spreadsheet's count of days (45,231),
 * a day without dashes (20231101), a count of seconds (1,698,796,800), or nothing (0).
 */
const LEAST_PLAUSIBLE_MS = 10_000_000_000;

/** What is further away is a count of microseconds, or a day and a time without dashes. */
const YEAR_1800 = Date.UTC(1800, 0);
const YEAR_2200 = Date.UTC(2200, 0);

/** Takes a number for milliseconds since 1970 where those are a plausible time. */
export function readEpochMilliseconds(value: string | number): Moment | Invalid {
  const instant = Number(typeof value === 'string' ? trimInvisible(value) : value);
  if (Math.abs(instant) < LEAST_PLAUSIBLE_MS) {
    return implausible(
      value,
      "rather like a spreadsheet's count of days, a count of seconds or a date without dashes",
    );
  }
  if (!(instant >= YEAR_1800 && instant < YEAR_2200)) {
    return implausible(value, `because it would be ${yearOf(instant)}`);
  }
  return { day: new Date(instant).toISOString().slice(0, 10), instant };
}

function implausible(value: string | number, reason: string): Invalid {
  return new Invalid(
    `${quote(value)} does not look like milliseconds since 1970, ${reason}: ${EXPECTED}`,
  );
}

function yearOf(instant: number): string {
  const year = new Date(instant).getUTCFullYear();
  return Number.isNaN(year) ? 'in no year at all' : `in the year ${year}`;
}
