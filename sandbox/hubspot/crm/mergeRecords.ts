import type { Associations } from './associations';
import { ADDITIONAL_EMAILS, addresses } from './emails';
import type { CrmRecord, ObjectTable } from './objectTable';

/** A record's ids before it was merged, joined with `;`; it is HubSpot's to write. */
const MERGED_IDS = 'hs_merged_object_ids';

/** How two records are merged. */
export interface MergeManner {
  /** Whether the primary one keeps its id, as those of contacts and companies did before. */
  keepsId?: boolean;
  /** Which ids the record lists that lead to it: also those of earlier merges, or not even its own. */
  lists?: 'all' | 'lastMerge' | 'none';
}

/**
 * Merges two records of an object type into one: the primary one's values, those of the other where it has
 * none, and the associations of both. Both ids lead to it from then on.
 *
 * @param id The record's id afterwards, be it the primary one's.
 * @param at Time of the merge, ISO 8601 UTC.
 */
export function mergeRecords(
  table: ObjectTable,
  associations: Associations,
  { primaryId, otherId, id }: { primaryId: string; otherId: string; id: string },
  at: string,
  { lists = 'all' }: MergeManner,
): void {
  const [primary, other] = [recordOf(table, primaryId), recordOf(table, otherId)];
  const values = new Map([...other.properties, ...primary.properties]);
  const emails = emailsOf(primary, other);
  if (emails.length > 0) values.set(ADDITIONAL_EMAILS, emails.join(';'));
  const earlier = lists === 'all' ? [primary, other].flatMap(mergedIds) : [];
  const merged = [...earlier, primaryId, otherId].filter((mergedId) => mergedId !== id);
  values.set(MERGED_IDS, lists === 'none' ? '' : merged.join(';'));
  for (const oldId of [primaryId, otherId]) {
    table.remove(oldId);
    if (oldId === id) continue;
    table.oldIds.lead(oldId, id);
    associations.move(table.type.objectTypeId, oldId, id);
  }
  table.write(id, values, at);
}

function recordOf({ records, type }: ObjectTable, id: string): CrmRecord {
  const record = records.get(id);
  if (record === undefined) throw new Error(`The sandbox has no ${type.singular} ${id} to merge`);
  return { ...record, properties: new Map(record.properties) };
}

function mergedIds({ properties }: CrmRecord): string[] {
  return (properties.get(MERGED_IDS) ?? '').split(';').filter((id) => id !== '');
}

/** A contact has one primary address; all others lead to it, too. */
function emailsOf(primary: CrmRecord, other: CrmRecord): string[] {
  const all = [primary, other].flatMap(({ properties }) => [
    ...addresses(properties.get('email')),
    ...addresses(properties.get(ADDITIONAL_EMAILS)),
  ]);
  const first = primary.properties.get('email') ?? other.properties.get('email');
  return [...new Set(all)].filter((email) => email !== first);
}
