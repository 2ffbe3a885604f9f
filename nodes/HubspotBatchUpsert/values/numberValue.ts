import { Invalid, type ConversionResult } from './conversion';
import { quote } from './quote';
import { plainDecimal } from './decimal';
import { trimInvisible } from './invisible';
import { jsonNumberText } from './jsonNumber';

/** Digits with marks between them that HubSpot does not take. */
const WITH_SEPARATORS = /^[+-]?[\d.,\s']*\d[\d.,\s']*$/;

/**
 * A number property's value. HubSpot takes digits with at most one `.`, so exponents are written
 * out; a decimal comma or a thousands separator is refused, because `1,234` has two meanings.
 */
export function toNumberText(value: string | number | bigint): ConversionResult {
  if (typeof value === 'number') return jsonNumberText(value);
  const source = trimInvisible(String(value));
  const digits = plainDecimal(source);
  if (digits !== undefined) return digits;
  return new Invalid(
    WITH_SEPARATORS.test(source)
      ? `${quote(value)} is not a number to HubSpot: use digits and one point as the decimal mark, without separators`
      : `${quote(value)} is not a number`,
  );
}
