import { Invalid, quote, type ConversionResult } from './converted';

/** As HubSpot takes it, so that nothing is to be rewritten. */
const FINISHED = /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

const PLAIN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * A number property's value. HubSpot takes digits with at most one `.`, so exponents are written
 * out; a decimal comma or a thousands separator is refused, because `1,234` has two meanings.
 */
export function toNumberText(value: string | number | bigint): ConversionResult {
  const source = String(value).trim();
  if (FINISHED.test(source)) return source;
  const match = PLAIN.exec(source);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? [];
  if (match === null || (whole === '' && fraction === '')) {
    return new Invalid(
      /^[+-]?[\d.,\s']*\d[\d.,\s']*$/.test(source)
        ? `${quote(source)} is not a number to HubSpot: use digits and one point as the decimal mark, without separators`
        : `${quote(source)} is not a number`,
    );
  }
  const digits = shiftPoint(whole, fraction, Number(exponent));
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

function shiftPoint(whole: string, fraction: string, exponent: number): string {
  const point = whole.length + exponent;
  const digits = `${'0'.repeat(Math.max(0, -point))}${whole}${fraction}`;
  const place = Math.max(0, point);
  const padded = digits.padEnd(place, '0');
  const left = padded.slice(0, place).replace(/^0+(?=\d)/, '') || '0';
  const right = padded.slice(place).replace(/0+$/, '');
  return right === '' ? left : `${left}.${right}`;
}
