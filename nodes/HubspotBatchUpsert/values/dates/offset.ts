const SIGNED = String.raw`([+\-\u2212])(\d{1,2})(?::?(\d{2}))?`;
/** What Java and JavaScript add: `[Europe/Berlin]`, `(Central European Standard Time)`. */
const NAME = String.raw`(?:\s*(?:\[[\w/+-]+\]|\([^()]*\)))?`;

/** What Go and others add, which tells nothing more: `+0100 CET`. */
const LETTERS = String.raw`(?:\s(?!AM|PM)[A-Z]{2,5})?`;

/** `Z`, `UTC`, `+02:00`, `-0530`, `+02`, `GMT+0100 (Central European Standard Time)` */
const OFFSET = new RegExp(
  String.raw`^\s*(?:Z|(?:UTC|GMT)(?:\s?${SIGNED})?|${SIGNED}${LETTERS})${NAME}$`,
  'i',
);

/**
 * Reads a zone's offset from UTC at the end of a text, in milliseconds.
 *
 * @returns 'none' where nothing is there, NaN where no clock is so far from UTC, undefined where it
 *   is no offset. A name alone is none: CST is one time in Chicago and another one in Shanghai.
 */
export function readOffset(text: string): number | 'none' | undefined {
  if (text === '') return 'none';
  if (text === 'Z') return 0;
  const match = OFFSET.exec(text);
  if (match === null) return undefined;
  const [, sign1, hours1, minutes1, sign = sign1, hours = hours1 ?? '0', minutes = minutes1] =
    match;
  return toMilliseconds(sign === '+' || sign === undefined ? 1 : -1, +hours, +(minutes ?? 0));
}

function toMilliseconds(sign: 1 | -1, hours: number, minutes: number): number {
  return hours < 24 && minutes < 60 ? sign * (hours * 60 + minutes) * 60_000 : NaN;
}
