import type { PropertyDefinition } from '../hubspot/types';
import { plainDecimal } from './decimal';
import { trimInvisible } from './invisible';

const YEAR_FIRST = /^\d{4}-\d\d-\d\d/;

/** From here on a number is a count of milliseconds, not one of days. */
const NO_DAY_COUNT = 10_000_000_000;

/**
 * Was the value read as something that does not simply stand there: a label, a local number or date,
 * a count of days? That is told, so that nobody has to trust the reading unseen.
 *
 * @param text What is sent for it.
 */
export function isReadOtherwise(
  value: unknown,
  text: string,
  definition: PropertyDefinition | undefined,
): boolean {
  if (Array.isArray(value)) return isListReadOtherwise(value, text, definition);
  if (typeof value === 'number') return isNumberReadOtherwise(value, text, definition);
  if (typeof value !== 'string' || value === text) return false;
  const shown = trimInvisible(value);
  switch (definition?.type) {
    case 'number':
      return plainDecimal(shown) !== text;
    case 'date':
    case 'datetime':
      return !YEAR_FIRST.test(shown) && !(Number(shown) >= NO_DAY_COUNT);
    case 'bool':
    case 'enumeration':
      return shown !== text && shown.toLowerCase() !== text;
    default:
      return false;
  }
}

/** A list is joined in any case; of its entries each may be a label. */
function isListReadOtherwise(
  list: readonly unknown[],
  text: string,
  definition: PropertyDefinition | undefined,
): boolean {
  const [only, ...more] = list;
  if (more.length === 0) return isReadOtherwise(only, text, definition);
  const values = new Set(text.split(';'));
  const texts = list.filter((entry) => typeof entry === 'string').map(trimInvisible);
  return texts.some((entry) => entry !== '' && !values.has(entry));
}

function isNumberReadOtherwise(
  value: number,
  text: string,
  definition: PropertyDefinition | undefined,
): boolean {
  switch (definition?.type) {
    case 'number':
      return plainDecimal(String(value)) !== text;
    case 'date':
    case 'datetime':
      return value < NO_DAY_COUNT;
    default:
      return false;
  }
}
