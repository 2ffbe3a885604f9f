import type { NumberFormat, ValueRules } from '../model/settings';
import { signOf, toAmount } from './amount';
import type { ConversionResult } from './conversion';
import { plainDecimal } from './decimal';
import { trimInvisible } from './invisible';
import { jsonNumberText } from './jsonNumber';
import { onlyReading, readingsOf } from './localNumber';
import { twoReadings, notANumber, otherNumberFormat, standsBesideText } from './numberRefusals';

/** A text of 15 digits and a point is no longer than this. */
const LENGTH_OF_EXACT_DIGITS = 16;
/** From here on the first 15 digits are not even all of the whole ones. */
const FIFTEEN_WHOLE_DIGITS = 1e15;

/**
 * A number property's value in the form that HubSpot takes: digits with at most one point. What a
 * text's marks mean is for the number format to say, unless they can only mean one thing.
 */
export function toNumberText(
  value: string | number | bigint,
  { numberFormat }: Pick<ValueRules, 'numberFormat'>,
): ConversionResult {
  if (typeof value === 'number') return roundedText(value);
  const text = String(value);
  return plainText(trimInvisible(text), numberFormat) ?? localText(text, numberFormat);
}

/** What came of computing with doubles, without the digits that are not theirs: 79.19999999999999 is 79.2. */
function roundedText(value: number): ConversionResult {
  const text = jsonNumberText(value);
  if (typeof text !== 'string' || text.length <= LENGTH_OF_EXACT_DIGITS) return text;
  if (Number.isInteger(value) || Math.abs(value) >= FIFTEEN_WHOLE_DIGITS) return text;
  return jsonNumberText(Number(value.toPrecision(15)));
}

/** What programs write. A point has its own meaning where the comma is the decimal mark. */
function plainText(text: string, numberFormat: NumberFormat): string | undefined {
  return numberFormat === 'comma' && text.includes('.') ? undefined : plainDecimal(text);
}

function localText(text: string, numberFormat: NumberFormat): ConversionResult {
  const amount = toAmount(text);
  if (amount === undefined) return notANumber(text);
  const sign = signOf(amount);
  if (sign === undefined) return standsBesideText(text, amount);
  const readings = readingsOf(amount.digits, sign);
  const { point, comma } = readings;
  if (point === undefined && comma === undefined) return notANumber(text);
  if (numberFormat === 'automatic') {
    return onlyReading(amount.digits, readings) ?? twoReadings(text, readings);
  }
  return readings[numberFormat] ?? otherNumberFormat(text, readings, numberFormat);
}
