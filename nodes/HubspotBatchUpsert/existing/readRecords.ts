import { shorten } from '../hubspot/bounds';
import { isTransient } from '../hubspot/categories';
import { MAX_BATCH_SIZE } from '../hubspot/endpoints';
import { parseBatchResponse } from '../hubspot/parsing';
import { scopesToGrant } from '../hubspot/scopes';
import { isSuccess, NOT_FOUND } from '../hubspot/statuses';
import type { BatchResponse, RecordResult } from '../hubspot/types';
import { contextTexts, isRecord } from '../hubspot/untrustedJson';
import type { HttpResult } from '../http/response';
import { inParts } from '../model/batch';
import { smallerBatch } from '../response/batchSize';
import type { HubspotClient } from '../delivery/client';
import type { ReadQuery } from '../delivery/requests';

/** HubSpot reads fewer records at a time where it counts the histories as asked for. */
const MAX_WITH_HISTORIES = 50;

/** What HubSpot's store shows of the records that were asked for. */
export interface FoundRecords {
  found: RecordResult[];
  /** The ids of which it said that it has no record; those of others that it lacks may not stand here. */
  missing?: string[];
  /** Did HubSpot answer for all of them, so that what was not found is not there? */
  isComplete: boolean;
  /** Why HubSpot did not let the records be read, as a sentence; undefined where it did. */
  refusal?: string;
  /** The first response that did not answer for all that was asked; undefined where each did. */
  unanswered?: HttpResult;
}

/** Reads records by their record ids, or by a unique property, as many as there are. */
export async function readRecords(
  objectType: string,
  { ids, ...query }: ReadQuery,
  client: HubspotClient,
): Promise<FoundRecords> {
  const read: FoundRecords = { found: [], isComplete: true };
  let most = MAX_BATCH_SIZE;
  const pending = inParts([...new Set(ids)], most);
  for (let part = pending.shift(); part; part = pending.shift()) {
    if (part.length > most) {
      pending.unshift(...inParts(part, most));
      continue;
    }
    const { result } = await client.read(objectType, { ids: part, ...query });
    const fewer = fewerAtATime(result, part.length);
    if (fewer === undefined) takeIn(result, read);
    else {
      most = fewer;
      pending.unshift(part);
    }
  }
  return read;
}

/** How many ids HubSpot may take instead; undefined where the answer is not about their number. */
function fewerAtATime(result: HttpResult | undefined, asked: number): number | undefined {
  if (result?.kind !== 'response' || isSuccess(result.status)) return undefined;
  const named = smallerBatch(result, asked);
  if (named !== undefined) return named < asked ? named : undefined;
  return result.status === 400 && asked > MAX_WITH_HISTORIES ? MAX_WITH_HISTORIES : undefined;
}

/** Adds what a response shows to what was found before. */
export function takeIn(result: HttpResult | undefined, read: FoundRecords): void {
  if (isNoneFound(result)) return;
  const body = result?.kind === 'response' ? parseBatchResponse(result.json) : undefined;
  read.refusal ??= refusalIn(result);
  const isAnswered = body !== undefined && tellsOfAll(result, body);
  if (!isAnswered || read.refusal !== undefined) read.unanswered ??= result;
  read.isComplete &&= isAnswered && read.refusal === undefined;
  read.found.push(...(body?.results ?? []));
  const missing = body?.errors.flatMap(({ context }) => contextTexts(context, 'ids')) ?? [];
  if (missing.length > 0) read.missing = [...(read.missing ?? []), ...missing];
}

/** Some versions answer so where none of the records is there. */
function isNoneFound(result: HttpResult | undefined): boolean {
  return (
    result?.kind === 'response' &&
    result.status === NOT_FOUND &&
    result.error.category === 'OBJECT_NOT_FOUND'
  );
}

/** What is no list, or not all of one, does not tell that the rest is not there. */
function tellsOfAll(result: HttpResult | undefined, { status, errors }: BatchResponse): boolean {
  const json = result?.kind === 'response' ? result.json : undefined;
  return (
    isRecord(json) &&
    Array.isArray(json.results) &&
    json.results.every((result) => isRecord(result) && result.id !== undefined) &&
    (status === undefined || status === 'COMPLETE') &&
    (errors.length > 0 || !isCounted(json.numErrors)) &&
    errors.every((error) => !isTransient(error) && /NOT_FOUND/.test(error.category ?? ''))
  );
}

function isCounted(numErrors: unknown): boolean {
  return typeof numErrors === 'number' && numErrors > 0;
}

function refusalIn(result: HttpResult | undefined): string | undefined {
  if (result?.kind !== 'response' || result.status < 400) return undefined;
  const { status, error } = result;
  const scopes = scopesToGrant(error);
  const rest =
    scopes !== undefined
      ? `. Grant ${scopes}`
      : `: ${shorten(error.message) ?? 'it did not say why'}`;
  return `Reading the record back would have settled it, but HubSpot refused that (HTTP ${status})${rest}`;
}
