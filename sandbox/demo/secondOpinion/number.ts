import type { Cell } from '../file/sheet';
import { plainNumber } from './plainNumber';
import { trimmed } from './trimmed';
import type { ValueRules } from './valueRules';

/** What a text is with a decimal point, and with a decimal comma. */
interface Readings {
  point: string | undefined;
  comma: string | undefined;
}

/** The whole part in one of the ways in which people group it, and the decimals. */
const WITH_POINT =
  /^(?:\d*|[1-9]\d{0,2}([,'’ ])\d{3}(?:\1\d{3})*|[1-9]\d?(?:,\d\d)+,\d{3})(?:\.\d*)?$/;
const WITH_COMMA = /^(?:\d*|[1-9]\d{0,2}([.'’ ])\d{3}(?:\1\d{3})*)(?:,\d+)?$/;
const SCIENTIFIC = /^(\d*[.,]?\d*)(e[+-]?\d{1,3})$/i;
const OF_PROGRAMS = /^\d*\.?\d*(?:e.*)?$/i;

const SIGN = /(?<!\p{L})[A-Z]{0,3}\p{Sc}/u;
const CODE = /(?<!\p{L})[A-Z]{3}(?!\p{L})/u;
/** What takes no room, as in `trimmed`, which is about the ends. */
const ZERO_WIDTH =
  /(?:\u034f|(?=\p{Default_Ignorable_Code_Point})(?![\u{10000}-\u{10ffff}])\p{Cf})/gu;

/** A double is not known better than this. */
const DIGITS_OF_DOUBLE = 15;

/** A number as HubSpot would hold it; undefined where it is none, or more than one. */
export function readNumber(
  cell: Cell,
  { numberFormat }: Pick<ValueRules, 'numberFormat'>,
): string | undefined {
  if (typeof cell === 'boolean') return undefined;
  if (typeof cell === 'number') return readDouble(cell);
  const found = split(cell);
  if (!found) return undefined;
  const { point, comma } = readingsOf(found);
  if (numberFormat !== 'automatic') return { point, comma }[numberFormat];
  if (OF_PROGRAMS.test(found.digits) || comma === undefined) return point;
  return point === undefined || point === comma ? comma : undefined;
}

/** Does the text only make sense with a decimal comma? */
export function needsComma(text: string): boolean {
  const found = split(text);
  const { point, comma } = found ? readingsOf(found) : {};
  return point === undefined && comma !== undefined;
}

/** Would its point stand between thousands, were the comma the decimal mark? */
export function mayBeThousands(text: string): boolean {
  return /^[1-9]\d{0,2}\.\d{3}$/.test(split(text)?.digits ?? '');
}

/** All digits of a double; undefined where it may have had others. */
export function digitsOf(value: number): string | undefined {
  const shortest = String(value);
  const [digits = '', exponent] = shortest.split('e');
  const isExact =
    Math.abs(value) <= Number.MAX_SAFE_INTEGER ||
    (exponent !== undefined && digits.replace(/\D/g, '').length <= DIGITS_OF_DOUBLE);
  return isExact ? plainNumber(shortest) : undefined;
}

/** Without the digits that only come of computing: 79.19999999999999 is 79.2. */
function readDouble(value: number): string | undefined {
  const isRounded = !Number.isInteger(value) && Math.abs(value) < 10 ** DIGITS_OF_DOUBLE;
  return digitsOf(isRounded ? Number(value.toPrecision(DIGITS_OF_DOUBLE)) : value);
}

/** Takes away what stands around the digits, if that is nothing but a sign and a currency. */
function split(text: string): { sign: '' | '-'; digits: string } | undefined {
  const plain = trimmed(text)
    .replace(ZERO_WIDTH, '')
    .replace(/\p{Zs}/gu, ' ')
    .replaceAll('\u2212', '-');
  const [, before = '', digits, behind = ''] =
    /^([^\d.,]*)([\d.,](?:[\d.,'’ ]*[\d.,])?(?:e[+-]?\d{1,3})?)([^\d.,]*)$/i.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  const around = `${before}#${behind}`
    .replace(SIGN, '')
    .replace(CODE, (code) => (CURRENCIES.has(code) ? '' : code))
    .replaceAll(' ', '');
  if (around === '#' || around === '+#') return { sign: '', digits };
  return around === '-#' || around === '(#)' ? { sign: '-', digits } : undefined;
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

function readingsOf({ sign, digits }: { sign: string; digits: string }): Readings {
  const [, mantissa = digits, exponent = ''] = SCIENTIFIC.exec(digits) ?? [];
  const read = (whole: string, decimals = '') =>
    plainNumber(`${sign}${whole.replace(/\D/g, '')}.${decimals}${exponent}`);
  const [pointWhole = '', pointDecimals] = mantissa.split('.');
  const [commaWhole = '', commaDecimals] = mantissa.split(',');
  const isPlain = (whole: string) => exponent === '' || /^\d*$/.test(whole);
  return {
    point:
      WITH_POINT.test(mantissa) && isPlain(pointWhole)
        ? read(pointWhole, pointDecimals)
        : undefined,
    comma:
      WITH_COMMA.test(mantissa) && isPlain(commaWhole)
        ? read(commaWhole, commaDecimals)
        : undefined,
  };
}
