/** A point in time, and the calendar day that the text itself names. */
export interface Moment {
  /** `YYYY-MM-DD` */
  day: string;
  /** ISO 8601 in UTC, with milliseconds; undefined where its year there has not four digits. */
  iso: string | undefined;
}

const DAY = String.raw`(?<day>\d{4}-\d\d-\d\d)`;
const TIME = String.raw`(?<time>\d\d:\d\d(?::\d\d)?)(?:[.,](?<fraction>\d{1,9}))?`;
const ZONE = String.raw`(?:Z|(?<sign>[+-])(?<hours>\d\d)(?::?(?<minutes>\d\d))?)?`;
const NAME = String.raw`(?:\[[\w/+-]+\])?`;
const WRITTEN = new RegExp(String.raw`^${DAY}(?:[T ]${TIME}\s*${ZONE}${NAME})?$`, 'i');
const MILLISECONDS = /^-?\d+(\.\d+)?$/;

const MINUTE_MS = 60_000;
/** A number nearer to 1970 is meant as something else: days, seconds, or a date without dashes. */
const LEAST_MS = 10_000_000_000;
const PLAUSIBLE_YEAR = /^(18|19|20|21)\d\d-/;

/**
 * Reads a date or date-time of a spreadsheet: ISO 8601, also with a blank for the `T`, or
 * milliseconds since 1970. Without a zone it is UTC. Undefined where it is no real one.
 */
export function momentOf(text: string): Moment | undefined {
  if (MILLISECONDS.test(text)) return ofMilliseconds(Number(text));
  const parts = WRITTEN.exec(text)?.groups;
  const midnight = Date.parse(`${parts?.day}T00:00:00.000Z`);
  if (!parts?.day || isoOf(midnight)?.slice(0, 10) !== parts.day) return undefined;
  const time = timeOn(parts.day, parts);
  return Number.isNaN(time) ? undefined : { day: parts.day, iso: isoOf(time) };
}

function ofMilliseconds(ms: number): Moment | undefined {
  const iso = isoOf(ms);
  if (iso === undefined || Math.abs(ms) < LEAST_MS || !PLAUSIBLE_YEAR.test(iso)) return undefined;
  return { day: iso.slice(0, 10), iso };
}

function timeOn(day: string, { time = '00:00', ...parts }: Partial<Record<string, string>>) {
  const { fraction = '', sign = '+', hours = '0', minutes = '0' } = parts;
  const clock = time.length === '00:00'.length ? `${time}:00` : time;
  const local = Date.parse(`${day}T${clock}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  const ahead = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return local - Number(`${sign}1`) * ahead;
}

function isoOf(ms: number): string | undefined {
  const date = new Date(ms);
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return /^[1-9]\d{3}-/.test(iso) ? iso : undefined;
}
