import type { PropertyDefinition } from '../hubspot/types';
import { isReadInTimeZone, type DateRules } from './dates/dateValue';
import { toPlainValue } from './plainValue';

/**
 * Did the time zone of the rules decide what is stored of the value? It does for a time, or a day in
 * a date-time property, that names none; and for the day of an instant in a date property.
 *
 * @param value Of an item, such that `toPropertyText` takes it.
 */
export function readsTimeZone(
  value: unknown,
  definition: PropertyDefinition | undefined,
  rules: DateRules,
): boolean {
  const type = definition?.type;
  if (type !== 'date' && type !== 'datetime') return false;
  const plain = toPlainValue(value);
  const [only] = Array.isArray(plain) ? plain : [plain];
  const isMoment = typeof only === 'string' || typeof only === 'number' || only instanceof Date;
  return isMoment && isReadInTimeZone(only, type, rules);
}
