import { ADDITIONAL_EMAILS, isContactEmail } from '../hubspot/propertyDefinitions';
import type { RecordResult } from '../hubspot/types';
import { idAfterWrite, type KeyedRecord, type RecordWrite } from '../model/record';
import { folded, isSameValue } from '../values/sameValue';
import { countAlike, matchByKey, storedKey, storedText } from './matchByKey';
import { findByRecordId, haveRecordIds } from './matchByRecordId';

/**
 * Finds the records of a batch among those that HubSpot holds: by their record ids, under the very key,
 * under one that HubSpot takes for the same, or by an additional e-mail address of a contact. Where two
 * keys of the batch differ by case alone, the very key alone is no proof: it may be shown otherwise.
 *
 * @param found Records that a batch read by idProperty brought.
 * @param batch All records of the batch that `writes` are what is left of.
 */
export function findStored<Write extends KeyedRecord>(
  writes: readonly Write[],
  found: readonly RecordResult[],
  batch: readonly Write[] = writes,
): Map<Write, RecordResult> {
  if (haveRecordIds(writes)) return findByRecordId(found, writes);
  const alike = matchByKey(found, writes, batch);
  const exact = new Map(found.map((record) => [storedKey(record, batch), record]));
  const byAdditionalEmail = new Map(
    found.flatMap((record) => additionalEmails(record).map((email) => [email, record] as const)),
  );
  const counts = countAlike(batch);
  const stored = new Map<Write, RecordResult>();
  for (const write of writes) {
    const { objectType, idProperty } = write.target;
    const key = idAfterWrite(write);
    const underKey = exact.get(key);
    const isProven = counts.get(folded(key)) === 1 || (underKey && holds(underKey, write));
    const record =
      (isProven ? underKey : undefined) ??
      alike.get(write) ??
      (isContactEmail(objectType, idProperty) ? byAdditionalEmail.get(folded(key)) : undefined);
    if (record) stored.set(write, record);
  }
  return stored;
}

/**
 * Does HubSpot hold what was sent? Only then may a write whose response was lost count as written. A
 * record found under the very key needs no other sign, since its values are compared.
 *
 * @param record What `findStored` found, with every property that was sent.
 */
export function isConfirmed(
  write: RecordWrite,
  record: RecordResult,
  found: readonly RecordResult[],
): boolean {
  return holds(record, write) && !isLeftBehind(write, record, found);
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

function holds(record: RecordResult, { properties, target }: KeyedRecord): boolean {
  return Object.entries(properties).every(([property, sent]) =>
    isSameValue(sent, storedText(record, property), target.definitions?.get(property)),
  );
}

function additionalEmails(record: RecordResult): string[] {
  return storedText(record, ADDITIONAL_EMAILS)
    .split(';')
    .map(folded)
    .filter((email) => email !== '');
}
