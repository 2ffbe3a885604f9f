/** As HubSpot takes it, so that nothing is to be rewritten. */
const FINISHED = /^(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * A number's text with its exponent written out, and without signs and zeros that say nothing:
 * `-1.50e3` is `-1500`. Exact, however many digits there are.
 *
 * @returns Undefined where the text is no number.
 */
export function plainDecimal(text: string): string | undefined {
  if (FINISHED.test(text)) return text;
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return undefined;
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
