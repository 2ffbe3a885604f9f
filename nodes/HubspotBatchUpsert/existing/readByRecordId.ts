import { mergedIdProperties, mergedIds, noteMergedId } from '../hubspot/mergedRecords';
import type { RecordResult } from '../hubspot/types';
import type { HubspotClient } from '../delivery/client';
import { readRecords, type FoundRecords } from './readRecords';

/**
 * Reads records by their ids. For one that was merged into another HubSpot returns that other one, under
 * an id of its own; each record that is found shows then which of the ids led to it.
 */
export async function readByRecordId(
  objectType: string,
  ids: readonly string[],
  properties: readonly string[],
  client: HubspotClient,
): Promise<FoundRecords> {
  const asked = [...new Set([...properties, ...mergedIdProperties(objectType)])];
  const read = await readRecords(objectType, { ids, properties: asked }, client);
  const [only, ...others] = new Set(ids);
  if (only !== undefined && others.length === 0) noteTheOnly(only, read.found);
  else {
    for (const id of unexplained(ids, read)) {
      const alone = await readRecords(objectType, { ids: [id], properties: asked }, client);
      noteTheOnly(id, alone.found);
      takeIn(alone, read);
    }
  }
  return read;
}

/**
 * Ids for which nothing was returned that shows them, though a record was that others were merged into: it
 * may be theirs, and HubSpot may list the ids of the last merge alone, or none.
 */
function unexplained(ids: readonly string[], { found, missing = [] }: FoundRecords): string[] {
  const asked = new Set(ids);
  const isMerged = (record: RecordResult) =>
    mergedIds(record).length > 0 || (record.id !== undefined && !asked.has(record.id));
  if (!found.some(isMerged)) return [];
  const explained = new Set(found.flatMap((record) => [record.id ?? '', ...mergedIds(record)]));
  for (const id of missing) explained.add(id);
  return [...asked].filter((id) => !explained.has(id));
}

/** Where one id was asked for and one record came it is that id's. */
function noteTheOnly(id: string, [record, ...others]: readonly RecordResult[]): void {
  if (record?.id !== undefined && others.length === 0) noteMergedId(record, id);
}

function takeIn(
  { found, isComplete, refusal, unanswered }: FoundRecords,
  read: FoundRecords,
): void {
  for (const record of found) {
    const known = read.found.find(({ id }) => id === record.id);
    if (known === undefined) read.found.push(record);
    else for (const id of mergedIds(record)) noteMergedId(known, id);
  }
  read.isComplete &&= isComplete;
  read.refusal ??= refusal;
  read.unanswered ??= unanswered;
}
