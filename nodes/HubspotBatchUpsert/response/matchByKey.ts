import { isContactEmail } from '../hubspot/propertyDefinitions';
import type { RecordResult } from '../hubspot/types';
import { idAfterWrite, type KeyedRecord, type RecordWrite } from '../model/record';
import { folded, isSameKey } from '../values/sameValue';
import { haveRecordIds, matchByRecordId } from './matchByRecordId';

/**
 * Finds each record's result by its record id where that was known before; else by the value of
 * idProperty: first exactly, then without regard to case and outer spaces, since HubSpot may store a
 * value otherwise than it was sent.
 *
 * @param waiting The records that may be matched.
 * @param batch All records of the batch. Where two of them differ by case or spaces alone, a result
 *   may mean either; they are matched only where there are as many different results as records.
 */
export function matchByKey<Write extends KeyedRecord>(
  results: readonly RecordResult[],
  waiting: readonly Write[],
  batch: readonly Write[],
): Map<Write, RecordResult> {
  if (results.length === 0) return new Map();
  if (haveRecordIds(batch)) return matchByRecordId(results, waiting);
  const keyOf = (result: RecordResult): string => storedKey(result, batch);
  const alike = countAlike(batch);
  const asked = countAlike(waiting);
  const returned = countBy([...new Set(results.map(keyOf))], folded);

  const byKey = new Map<string, Write>();
  for (const write of waiting) {
    const fold = folded(idAfterWrite(write));
    if (alike.get(fold) === 1) byKey.set(`~${fold}`, write);
    else if (returned.get(fold) === asked.get(fold)) byKey.set(exactly(idAfterWrite(write)), write);
  }
  const matched = new Map<Write, RecordResult>();
  for (const result of results) {
    const write = byKey.get(exactly(keyOf(result))) ?? byKey.get(`~${folded(keyOf(result))}`);
    if (write && !matched.has(write)) matched.set(write, result);
  }
  return matched;
}

/** How many of the records have a key that differs by case and outer spaces at most, by that key. */
export function countAlike(writes: readonly KeyedRecord[]): Map<string, number> {
  return countBy(writes, (write) => folded(idAfterWrite(write)));
}

/** The key under which HubSpot holds a record; all of a batch have one idProperty. */
export function storedKey(result: RecordResult, [write]: readonly KeyedRecord[]): string {
  return storedText(result, write?.target.idProperty ?? '');
}

/** A property's value in what HubSpot returned; empty where it is absent or null. */
export function storedText({ properties }: RecordResult, property: string): string {
  if (!properties || !Object.hasOwn(properties, property)) return '';
  const value = properties[property];
  return typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string'
    ? String(value)
    : '';
}

/**
 * Does the result show a key that no way of storing the record's own explains? A contact is also found by
 * its additional e-mail addresses, and shows its primary one. That an id is another one than the record's
 * proves nothing: it may have been merged into the one that the result shows.
 */
export function isOtherRecord(result: RecordResult, write: RecordWrite): boolean {
  if (write.recordId !== undefined && result.id === write.recordId) return false;
  const { objectType, idProperty, definitions, lookup } = write.target;
  if (lookup === 'recordId' || isContactEmail(objectType, idProperty)) return false;
  const held = storedText(result, idProperty);
  return held !== '' && !isSameKey(idAfterWrite(write), held, definitions?.get(idProperty));
}

/** Marks a key that has to be met to the letter; `~` marks one that does not. */
function exactly(text: string): string {
  return `=${text}`;
}

function countBy<Entry>(
  entries: readonly Entry[],
  key: (entry: Entry) => string,
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(key(entry), (counts.get(key(entry)) ?? 0) + 1);
  return counts;
}
