import { withoutCurrency } from './currency';
import { trimInvisible, withoutZeroWidth } from './invisible';

/** What a text says as a number, before it is known which of its marks is the decimal one. */
export interface Amount {
  /** Digits with marks between them, and the exponent where there is one. */
  digits: string;
  /** What stands around them besides a currency, without blanks, with `#` in their place. */
  around: string;
}

const AMOUNT = /^([^\d.,]*)([\d.,](?:[\d.,'’ ]*[\d.,])?(?:[eE][+-]?\d{1,3})?)([^\d.,]*)$/;

/** A negative number stands in brackets in accounts. */
const SIGNS: ReadonlyMap<string, '' | '-'> = new Map([
  ['#', ''],
  ['+#', ''],
  ['-#', '-'],
  ['(#)', '-'],
]);

/**
 * Finds the digits of a text, with every kind of blank as a plain one.
 *
 * @returns Undefined where there are none, or digits in several places.
 */
export function toAmount(text: string): Amount | undefined {
  const match = AMOUNT.exec(inPlainCharacters(trimInvisible(text)));
  if (match === null) return undefined;
  const [, before = '', digits = '', behind = ''] = match;
  if (before === '' && behind === '') return { digits, around: '#' };
  return { digits, around: withoutCurrency(`${before}#${behind}`).replaceAll(' ', '') };
}

/** Most texts are ASCII, and there is nothing to look for in them. */
function inPlainCharacters(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return withoutZeroWidth(text)
    .replace(/\p{Zs}/gu, ' ')
    .replaceAll('\u2212', '-');
}

/** The sign of an amount; undefined where more stands around it than a sign. */
export function signOf({ around }: Amount): '' | '-' | undefined {
  return SIGNS.get(around);
}
