import type { DateNumbers } from '../../model/settings';
import type { Invalid } from '../conversion';
import { readCompactDate } from './compactDate';
import { LEAST_PLAUSIBLE_MS, readEpochMilliseconds } from './epochMilliseconds';
import type { Moment } from './moment';
import { noSpreadsheetDay, spreadsheetDay } from './spreadsheetDay';

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
  const count = typeof value === 'number' ? value : Number(digits.replace(',', '.'));
  if (numbers === 'spreadsheetDays' && Math.abs(count) < LEAST_PLAUSIBLE_MS) {
    return spreadsheetDay(count) ?? noSpreadsheetDay(value);
  }
  return readEpochMilliseconds(value, count);
}
