import { signOf, toAmount } from './amount';
import { readingsOf, type Readings } from './localNumber';
import { quote } from './quote';

/** One group of thousands, to those who write a decimal comma: 1.500. */
const ONE_GROUP = /^[1-9]\d{0,2}\.\d{3}$/;

/** One group of thousands, as in 1.500, somewhere in a text: for a quick look. */
const HOLDS_ONE_GROUP = /(?<![\d.,])[1-9]\d{0,2}\.\d{3}(?!\d)/;
/** No mark but blanks behind a comma, or two points: what a text has that shows a decimal comma. */
const HOLDS_DECIMAL_COMMA = /,\d[^.,]*$|\..*\./s;

/** Can the number only be read with a decimal comma, as 1431,5 and 1.234.567? */
export function showsDecimalComma(text: string): boolean {
  if (!HOLDS_DECIMAL_COMMA.test(text)) return false;
  const readings = readingsIn(text);
  return readings !== undefined && readings.point === undefined && readings.comma !== undefined;
}

/** Would the number be another one, with its point between thousands, if a comma were the decimal mark? */
export function mayBeGrouped(text: string): boolean {
  if (!HOLDS_ONE_GROUP.test(text)) return false;
  const amount = toAmount(text);
  return amount !== undefined && signOf(amount) !== undefined && ONE_GROUP.test(amount.digits);
}

/**
 * Why a number is not taken though programs write it so.
 *
 * @param text What `mayBeGrouped` says yes to.
 * @param shown What `showsDecimalComma` says yes to.
 */
export function whyDoubtful(text: string, shown: string): string {
  const { point, comma } = readingsIn(text) ?? {};
  return `${quote(text)} is ${point} or ${comma}, because ${quote(shown)} in the same property can only be read with a decimal comma: set the option Number Format to Decimal Point or Decimal Comma`;
}

function readingsIn(text: string): Readings | undefined {
  const amount = toAmount(text);
  const sign = amount && signOf(amount);
  return sign === undefined ? undefined : readingsOf(amount!.digits, sign);
}
