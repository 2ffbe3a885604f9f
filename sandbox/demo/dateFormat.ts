import { UnusableInput } from './unusableInput';

/** Reads dates of one written form. */
export interface DateFormat {
  /** Does it tell the time of day? */
  hasTime: boolean;
  /** ISO 8601: a day, or a moment in UTC; undefined for a text of another form, or no real date. */
  toIso(text: string): string | undefined;
}

const TOKENS: Record<string, { part: string; digits: string }> = {
  YYYY: { part: 'year', digits: '\\d{4}' },
  MM: { part: 'month', digits: '\\d{2}' },
  M: { part: 'month', digits: '\\d{1,2}' },
  DD: { part: 'day', digits: '\\d{2}' },
  D: { part: 'day', digits: '\\d{1,2}' },
  HH: { part: 'hour', digits: '\\d{2}' },
  H: { part: 'hour', digits: '\\d{1,2}' },
  mm: { part: 'minute', digits: '\\d{2}' },
  ss: { part: 'second', digits: '\\d{2}' },
};

const TOKEN = /YYYY|MM?|DD?|HH?|mm|ss/g;

/**
 * A reader for a form such as `D/M/YYYY H:mm`. Times are taken as UTC.
 *
 * @throws UnusableInput when the form names no full date
 */
export function dateFormat(form: string): DateFormat {
  const parts = Array.from(form.matchAll(TOKEN), ([token]) => TOKENS[token]?.part ?? '');
  const isFull = ['year', 'month', 'day'].every((part) => parts.includes(part));
  if (!isFull || new Set(parts).size < parts.length) {
    throw new UnusableInput(
      `"${form}" is no date format: write it with ${Object.keys(TOKENS).join(', ')}`,
    );
  }
  const pattern = new RegExp(`^${patternOf(form)}$`);
  const hasTime = parts.includes('hour');
  return {
    hasTime,
    toIso: (text) => {
      const found = pattern.exec(text.trim())?.groups;
      return found && isoOf(found, hasTime);
    },
  };
}

function patternOf(form: string): string {
  return form
    .replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(TOKEN, (token) => `(?<${TOKENS[token]?.part}>${TOKENS[token]?.digits})`);
}

function isoOf(found: Record<string, string>, hasTime: boolean): string | undefined {
  const two = (part: string) => (found[part] ?? '0').padStart(2, '0');
  const day = `${found.year}-${two('month')}-${two('day')}`;
  const moment = `${day}T${two('hour')}:${two('minute')}:${two('second')}.000Z`;
  const date = new Date(moment);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString() === moment;
  if (!isReal) return undefined;
  return hasTime ? moment : day;
}
