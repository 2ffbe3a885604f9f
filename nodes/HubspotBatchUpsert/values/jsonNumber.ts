import { Invalid } from './conversion';
import { plainDecimal } from './decimal';

/** A decimal with no more significant digits than this comes out of a double as it went in. */
const EXACT_DIGITS = 15;

/**
 * A JSON number in plain digits, without an exponent.
 *
 * @returns Invalid where it may have lost digits: JSON gives 12345678901234567890 and …891 as one
 *   number. One that JavaScript writes with an exponent (`1e21`) was hardly meant digit by digit.
 */
export function jsonNumberText(value: number): string | Invalid {
  const shortest = String(value);
  const text = plainDecimal(shortest) ?? shortest;
  return isExact(value, shortest) ? text : new Invalid(mayHaveLostDigits(text));
}

function isExact(value: number, shortest: string): boolean {
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return true;
  const [digits = '', exponent] = shortest.split('e');
  return exponent !== undefined && digits.replace(/[-.]/g, '').length <= EXACT_DIGITS;
}

function mayHaveLostDigits(digits: string): string {
  return `The JSON number ${digits} may have had other digits, because such numbers are exact up to ${Number.MAX_SAFE_INTEGER} only: send it as text`;
}
