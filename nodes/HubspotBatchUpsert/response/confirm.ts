import type { PropertyDefinition, RecordResult } from '../hubspot/types';
import { idAfterWrite, type RecordWrite } from '../model/record';
import { toNumberText } from '../values/numberValue';
import { folded, matchByKey, storedKey, storedText } from './matchByKey';

/**
 * Does HubSpot hold what was sent? Only then may a write whose answer was lost count as written. A
 * record found under the very key needs no other sign, since its values are compared.
 *
 * @param found Records that a batch read by idProperty brought, with every property that was sent.
 * @param batch All records of the batch that `writes` are what is left of.
 * @returns The records of `writes` that HubSpot holds, each with what was found.
 */
export function confirmed(
  writes: readonly RecordWrite[],
  found: readonly RecordResult[],
  batch: readonly RecordWrite[] = writes,
): Map<RecordWrite, RecordResult> {
  const alike = matchByKey(found, writes, batch);
  const exact = new Map(found.map((record) => [storedKey(record, batch), record]));
  const held = new Map<RecordWrite, RecordResult>();
  for (const write of writes) {
    const record = exact.get(idAfterWrite(write)) ?? alike.get(write);
    if (record === undefined || !holds(record, write)) continue;
    if (!isLeftBehind(write, record, found)) held.set(write, record);
  }
  return held;
}

/**
 * Is the record still there under its old key? Then one that already had the new key was found, and
 * its likeness to what was sent proves nothing.
 */
function isLeftBehind(
  write: RecordWrite,
  match: RecordResult,
  found: readonly RecordResult[],
): boolean {
  if (idAfterWrite(write) === write.id) return false;
  const oldKey = folded(write.id);
  return found.some(
    (record) => record !== match && folded(storedText(record, write.target.idProperty)) === oldKey,
  );
}

function holds(record: RecordResult, { properties, target }: RecordWrite): boolean {
  return Object.entries(properties).every(([property, sent]) =>
    sameValue(sent, storedText(record, property), target.definitions?.get(property)),
  );
}

/** Compares as HubSpot stores: numbers by value, dates by instant, lists without order. */
function sameValue(
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
      return sameOptions(sent, held);
    default:
      return definition?.name === 'email' && folded(sent) === folded(held);
  }
}

/** With a leading `;` the options were added to what HubSpot held before. */
function sameOptions(sent: string, held: string): boolean {
  const options = sent.split(';').filter((option) => option !== '');
  const holdings = new Set(held.split(';'));
  const includesAll = options.every((option) => holdings.has(option));
  return includesAll && (sent.startsWith(';') || holdings.size === new Set(options).size);
}

/** Digits compare exactly, also where they are more than a float can tell apart. */
function plainNumber(text: string): string {
  const number = toNumberText(text);
  return typeof number === 'string' ? number : text;
}

function instant(value: string): number {
  return /^-?\d+$/.test(value) ? Number(value) : Date.parse(value);
}
