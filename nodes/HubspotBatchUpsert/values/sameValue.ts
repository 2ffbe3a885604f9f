import type { PropertyDefinition } from '../hubspot/types';
import { plainDecimal } from './decimal';
import { trimInvisible } from './invisible';

/** Does HubSpot hold what was sent? Numbers compare by value, dates by instant, lists without order. */
export function isSameValue(
  sent: string,
  held: string,
  definition: PropertyDefinition | undefined,
): boolean {
  if (sent === held) return true;
  if (sent === '' || held === '') return false;
  switch (definition?.type) {
    case 'number':
      return plainNumber(sent) === plainNumber(held);
    case 'date':
    case 'datetime':
      return instant(sent) === instant(held);
    case 'enumeration':
      return areSameOptions(sent, held);
    default:
      return (
        definition?.name === 'email' && sent.trim().toLowerCase() === held.trim().toLowerCase()
      );
  }
}

/**
 * Could HubSpot keep the value of a unique property in this form? It may put it into another case,
 * into a canonical form of Unicode, or take blanks and invisible characters out of it.
 */
export function isSameKey(
  sent: string,
  held: string,
  definition: PropertyDefinition | undefined,
): boolean {
  return isSameValue(sent, held, definition) || bare(sent) === bare(held);
}

/**
 * One form for all texts that differ by case and outer blanks alone: `ß` in upper case is `SS`. Wide
 * enough to know again what HubSpot returns of what was sent, and names that people type. Whether two
 * values are one record it does not tell.
 */
export function folded(text: string): string {
  return text.trim().toUpperCase().toLowerCase();
}

function bare(key: string): string {
  return folded(key.normalize('NFKC').replace(/[\s\p{Cf}]+/gu, ''));
}

/** With a leading `;` the options were added to what HubSpot held before. */
function areSameOptions(sent: string, held: string): boolean {
  const options = sent.split(';').filter((option) => option !== '');
  const holdings = new Set(held.split(';'));
  const includesAll = options.every((option) => holdings.has(option));
  return includesAll && (sent.startsWith(';') || holdings.size === new Set(options).size);
}

/** Digits compare exactly, also where they are more than a float can tell apart. */
function plainNumber(text: string): string {
  return plainDecimal(trimInvisible(text)) ?? text;
}

function instant(value: string): number {
  return /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
}
