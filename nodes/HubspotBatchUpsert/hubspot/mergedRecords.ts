import { isContacts } from './propertyDefinitions';
import type { RecordResult } from './types';
import { contextTexts } from './untrustedJson';

/** The ids of the records that were merged into one, joined with `;`. */
const MERGED_IDS = 'hs_merged_object_ids';

/** The same of contacts, each with the time of its merge: `62241:1723590793292`. */
const MERGED_CONTACTS = 'hs_calculated_merged_vids';

/**
 * The properties in which HubSpot tells which records were merged into one. They come back where they are
 * asked for by name; an object type that does not have them leaves them out.
 */
export function mergedIdProperties(objectType: string): string[] {
  return isContacts(objectType) ? [MERGED_IDS, MERGED_CONTACTS] : [MERGED_IDS];
}

/**
 * The ids of the records that were merged into this one, as far as it shows them. HubSpot answers a request
 * for one of them with this record, which has an id of its own (changelog, "Updated merge functionality for
 * contacts and companies").
 */
export function mergedIds({ properties }: RecordResult): string[] {
  return [MERGED_IDS, MERGED_CONTACTS]
    .flatMap((name) => contextTexts(properties, name))
    .flatMap((text) => text.split(';'))
    .map((entry) => entry.replace(/:.*$/, '').trim())
    .filter((id) => id !== '');
}

/** Notes that a request for this id was answered with the record, where the record does not list the id. */
export function noteMergedId(record: RecordResult, id: string): void {
  const known = mergedIds(record);
  if (record.id === id || known.includes(id)) return;
  record.properties = { ...record.properties, [MERGED_IDS]: [...known, id].join(';') };
}
