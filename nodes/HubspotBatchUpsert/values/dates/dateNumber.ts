import type { DateNumbers } from '../../model/settings';
import { Invalid } from '../conversion';
import { quote } from '../quote';
import { dayInWords } from './calendar';
import { readCompactDate } from './compactDate';
import { LEAST_PLAUSIBLE_MS, readEpochMilliseconds } from './epochMilliseconds';
import { EXPECTED, type Moment } from './moment';
import { noSpreadsheetDay, spreadsheetDay } from './spreadsheetDay';

/** The mark may part thousands, or days from their fraction. */
const ONE_GROUP = /^[1-9]\d{0,2}[.,]\d{3}$/;

/**
 * Reads what is nothing but a number: a day without marks, milliseconds since 1970, or a
 * spreadsheet's count of days where the user says that numbers are such.
 *
 * @param value As it is shown in messages.
 * @param digits The same as text, with nothing around it; perhaps with a sign and a fraction.
 */
export function readDateNumber(
  value: string | number,
  digits: string,
  numbers: DateNumbers,
): Moment | Invalid {
  const compact = readCompactDate(value, digits);
  if (compact !== undefined) return compact;
  const twoCounts = typeof value === 'string' ? countedTwoWays(value, digits) : undefined;
  if (twoCounts !== undefined) return twoCounts;
  const count = typeof value === 'number' ? value : Number(digits.replace(',', '.'));
  if (numbers === 'spreadsheetDays' && Math.abs(count) < LEAST_PLAUSIBLE_MS) {
    return spreadsheetDay(count) ?? noSpreadsheetDay(value);
  }
  return readEpochMilliseconds(value, count);
}

/** `43,616` is a day of 2019 as spreadsheets count, and one of 1900. */
function countedTwoWays(value: string, digits: string): Invalid | undefined {
  if (!ONE_GROUP.test(digits)) return undefined;
  const grouped = spreadsheetDay(Number(digits.replace(/\D/, '')));
  const ungrouped = spreadsheetDay(Number(digits.replace(',', '.')));
  if (grouped === undefined || ungrouped === undefined) return undefined;
  const readings = `${dayInWords(grouped.day)} or ${dayInWords(ungrouped.day)}`;
  return new Invalid(
    `${quote(value)} is ${readings} as spreadsheets count days: write the count without a mark for thousands, or ${EXPECTED}`,
  );
}
