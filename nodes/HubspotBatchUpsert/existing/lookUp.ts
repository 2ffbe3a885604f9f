import { ADDITIONAL_EMAILS, isContactEmail } from '../hubspot/propertyDefinitions';
import type { RecordResult } from '../hubspot/types';
import { idAfterWrite, type KeyedRecord } from '../model/record';
import { findStored } from '../response/confirm';
import { bySearch, isFoundAs } from './bySearch';
import type { LookUpContext } from './lookUpContext';
import { readByRecordId } from './readByRecordId';
import { readRecords, type FoundRecords } from './readRecords';

/** What HubSpot holds for each of several records: several where its id is not unique. */
export interface HeldRecords<Sought extends KeyedRecord> extends FoundRecords {
  of: (sought: Sought) => readonly RecordResult[];
}

/**
 * Looks into HubSpot's store for records, all of one target: by record id where that is known, else by
 * idProperty.
 *
 * @param properties What to read of each, besides its id.
 */
export async function lookUp<Sought extends KeyedRecord>(
  sought: readonly Sought[],
  properties: readonly string[],
  context: LookUpContext,
): Promise<HeldRecords<Sought>> {
  const [first] = sought;
  if (first === undefined) return { found: [], isComplete: true, of: () => [] };
  if (first.target.lookup === 'search' && first.recordId === undefined) {
    const read = await bySearch(sought, properties, context);
    return { ...read, of: (one) => read.found.filter((record) => isFoundAs(one, record)) };
  }
  const read = await byId(sought, properties, context);
  const stored = findStored(sought, read.found);
  return { ...read, of: (one) => [stored.get(one) ?? []].flat() };
}

/** Reads records that no response accounts for, with every property that they send. */
export async function readBack<Sought extends KeyedRecord>(
  sought: readonly Sought[],
  context: LookUpContext,
): Promise<HeldRecords<Sought>> {
  return await lookUp(sought, propertiesOf(sought), context);
}

/** The properties that records send, each once. */
export function propertiesOf(sought: readonly Pick<KeyedRecord, 'properties'>[]): string[] {
  return [...new Set(sought.flatMap(({ properties }) => Object.keys(properties)))];
}

async function byId(
  sought: readonly KeyedRecord[],
  wanted: readonly string[],
  { client }: LookUpContext,
): Promise<FoundRecords> {
  const [first] = sought as [KeyedRecord];
  const { objectType, idProperty } = first.target;
  const properties = new Set([...wanted, idProperty]);
  if (isContactEmail(objectType, idProperty)) properties.add(ADDITIONAL_EMAILS);
  const recordIds = sought.flatMap(({ recordId }) => recordId ?? []);
  if (recordIds.length === sought.length) {
    return await readByRecordId(objectType, recordIds, [...properties], client);
  }
  const query = { ids: keysOf(sought), idProperty, properties: [...properties] };
  return await readRecords(objectType, query, client);
}

/** A record that is given a new key may stand under either. */
function keysOf(sought: readonly KeyedRecord[]): string[] {
  return [...sought.map(idAfterWrite), ...sought.map(({ id }) => id)];
}
