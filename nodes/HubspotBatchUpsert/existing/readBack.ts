import { shorten } from '../hubspot/bounds';
import { isTransient } from '../hubspot/categories';
import { MAX_BATCH_SIZE } from '../hubspot/endpoints';
import { parseBatchResponse } from '../hubspot/parsing';
import { ADDITIONAL_EMAILS, isContactEmail, RECORD_ID } from '../hubspot/propertyDefinitions';
import { scopesToGrant } from '../hubspot/scopes';
import type { RecordResult } from '../hubspot/types';
import type { HttpResult } from '../http/response';
import { inParts } from '../model/batch';
import { idAfterWrite, type KeyedRecord } from '../model/record';
import type { HubspotClient } from '../delivery/client';

/** HubSpot reads fewer records at a time where it counts the histories as asked for. */
const MAX_WITH_HISTORIES = 50;

export interface ReadBack {
  found: RecordResult[];
  /** Did HubSpot answer for all of them, so that what was not found is not there? */
  isComplete: boolean;
  /** Why HubSpot did not let the records be read, as a sentence; undefined where it did. */
  refusal?: string;
  /** The first response that did not answer for all that was asked; undefined where each did. */
  unanswered?: HttpResult;
}

/** Looks into HubSpot's store for records that no response accounts for; all of one target. */
export async function readBack(
  writes: readonly KeyedRecord[],
  client: HubspotClient,
): Promise<ReadBack> {
  const [first] = writes;
  if (first === undefined) return { found: [], isComplete: true };
  const { objectType, idProperty } = first.target;
  const properties = new Set(writes.flatMap((write) => Object.keys(write.properties)));
  properties.add(idProperty);
  if (isContactEmail(objectType, idProperty)) properties.add(ADDITIONAL_EMAILS);
  const read: ReadBack = { found: [], isComplete: true };
  const pending = inParts(keysOf(writes), MAX_BATCH_SIZE);
  for (let ids = pending.shift(); ids; ids = pending.shift()) {
    const isByRecordId = idProperty === RECORD_ID;
    const query = { ids, properties: [...properties], ...(isByRecordId ? {} : { idProperty }) };
    const { result } = await client.read(objectType, query);
    const body = result?.kind === 'response' ? parseBatchResponse(result.json) : undefined;
    if (isRefused(result, 400) && ids.length > MAX_WITH_HISTORIES) {
      pending.unshift(...inParts(ids, MAX_WITH_HISTORIES));
    } else {
      read.refusal ??= refusalIn(result);
      const isAnswered = body !== undefined && !body.errors.some(isTransient);
      if (!isAnswered || read.refusal !== undefined) read.unanswered ??= result;
      read.isComplete &&= isAnswered && read.refusal === undefined;
    }
    read.found.push(...(body?.results ?? []));
  }
  return read;
}

/** A record that is given a new key may stand under either. */
function keysOf(writes: readonly KeyedRecord[]): string[] {
  return [...new Set([...writes.map(idAfterWrite), ...writes.map(({ id }) => id)])];
}

function isRefused(result: HttpResult | undefined, status: number): boolean {
  return result?.kind === 'response' && result.status === status;
}

function refusalIn(result: HttpResult | undefined): string | undefined {
  if (result?.kind !== 'response' || result.status < 400) return undefined;
  const { status, error } = result;
  const scopes = scopesToGrant(error);
  const advice =
    scopes !== undefined
      ? `with ${scopes} it could have been`
      : (shorten(error.message) ?? 'it did not say why');
  return `HubSpot did not let the record be read back (HTTP ${status}), which would have settled it: ${advice}`;
}
