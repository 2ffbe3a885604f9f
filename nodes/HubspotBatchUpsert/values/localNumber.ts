import { plainDecimal } from './decimal';

/** The marks of a number stand between its digits as one of them, or as the other. */
export type DecimalMark = 'point' | 'comma';

/** What digits with marks are where the one or the other is the decimal mark; undefined where they are nothing. */
export type Readings = Record<DecimalMark, string | undefined>;

/** Thousands, with the same mark everywhere. A group that begins with a zero is none. */
const THOUSANDS = /^[1-9]\d{0,2}([.,'’ ])\d{3}(?:\1\d{3})*$/;
/** As in India: hundreds of thousands are 12,34,567. Nobody writes them with another mark. */
const LAKHS = /^[1-9]\d?(?:,\d\d)+,\d{3}$/;

/** @param digits Digits with marks, and an exponent where there is one. */
export function readingsOf(digits: string, sign: '' | '-'): Readings {
  return { point: read(digits, '.', sign), comma: read(digits, ',', sign) };
}

/** The only reading that digits with marks have; undefined where they have none, or two. */
export function onlyReading(digits: string, { point, comma }: Readings): string | undefined {
  if (isMachineText(digits) || comma === undefined) return point;
  return point === undefined || point === comma ? comma : undefined;
}

/** Programs write a point as the decimal mark, and no other mark. */
function isMachineText(digits: string): boolean {
  return /^\d*\.?\d*(?:e|$)/i.test(digits);
}

function read(digits: string, mark: '.' | ',', sign: '' | '-'): string | undefined {
  const exponentAt = digits.search(/e/i);
  const mantissa = exponentAt < 0 ? digits : digits.slice(0, exponentAt);
  const exponent = exponentAt < 0 ? '' : digits.slice(exponentAt);
  const markAt = mantissa.indexOf(mark);
  const whole = markAt < 0 ? mantissa : mantissa.slice(0, markAt);
  const fraction = markAt < 0 ? '0' : mantissa.slice(markAt + 1);
  if (!isFraction(fraction, mark)) return undefined;
  // Who writes an exponent groups no thousands.
  const ungrouped = exponent === '' ? withoutGroups(whole) : whole;
  return plainDecimal(`${sign}${ungrouped}.${fraction}${exponent}`);
}

/** Nothing behind a point is as good as a zero; nothing behind a comma looks cut off. */
function isFraction(digits: string, mark: '.' | ','): boolean {
  return mark === '.' ? /^\d*$/.test(digits) : /^\d+$/.test(digits);
}

function withoutGroups(whole: string): string {
  if (/^\d*$/.test(whole)) return whole;
  return THOUSANDS.test(whole) || LAKHS.test(whole) ? whole.replace(/\D/g, '') : whole;
}
