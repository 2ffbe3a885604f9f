import { parseBatchResponse } from '../hubspot/parsing';
import { isSuccess, meaningOf } from '../hubspot/statuses';
import type { BatchResponse, HubspotError, RecordResult } from '../hubspot/types';
import type { HttpResponse, HttpResult } from '../http/response';
import type { RecordWrite } from '../model/record';
import { findStored } from './confirm';
import { correlate } from './correlate';

/** Several batches that one request held, as far as its response tells one from another. */
export interface ToldApart {
  /** For each batch, in their order: what it would have been told alone, or why that is not known. */
  parts: Array<HttpResult | 'untold' | 'unwritten'>;
  /** Records of untold batches that were written, and nobody knows yet which of `unpaired` is whose. */
  unmentioned: RecordWrite[];
  unpaired: RecordResult[];
  /** Records of untold batches of which it is clear that they were created. */
  created: RecordWrite[];
}

/**
 * Finds out what the response to a joint request tells of each of its batches, beyond doubt and
 * without a word about another's records. `unwritten` are all where HubSpot did nothing.
 */
export function tellApart(
  result: HttpResult,
  batches: ReadonlyArray<readonly RecordWrite[]>,
): ToldApart {
  if (result.kind === 'response' && isSuccess(result.status)) return inResults(result, batches);
  const part = isOfNoRecord(result) ? result : isUnwritten(result) ? 'unwritten' : 'untold';
  return { parts: batches.map(() => part), ...NONE, created: [] };
}

/**
 * Finds out by HubSpot's store which result is whose.
 *
 * @param found Records that a batch read by idProperty brought.
 */
export function tellApartByStore(
  response: HttpResponse,
  batches: ReadonlyArray<readonly RecordWrite[]>,
  { parts, unmentioned, unpaired }: ToldApart,
  found: readonly RecordResult[],
): ToldApart['parts'] {
  const all = batches.flat();
  const stored = findStored(unmentioned, found, all);
  const claims = [...stored.values()].map(({ id }) => id);
  const { results } = correlate(bodyOf(response), all);
  const resultOf = (write: RecordWrite): RecordResult | undefined => {
    const id = stored.get(write)?.id;
    const isClaimedOnce = claims.indexOf(id) === claims.lastIndexOf(id);
    const claimed = isClaimedOnce ? unpaired.find((result) => result.id === id) : undefined;
    return results.get(write) ?? (id === undefined ? undefined : claimed);
  };
  return parts.map((part, place) => {
    const own = (batches[place] ?? []).map((write) => [write, resultOf(write)] as const);
    if (part !== 'untold' || !own.every(([, result]) => result)) return part;
    return ownResponse(response, own, []);
  });
}

/** The rate limit, or a connection that was never made: it says nothing about any record. */
function isOfNoRecord(result: HttpResult): boolean {
  if (result.kind === 'noResponse') return !result.sent;
  return result.kind === 'response' && result.status === 429;
}

function isUnwritten(result: HttpResult): boolean {
  if (result.kind !== 'response') return result.kind === 'authFailed';
  return meaningOf(result.status).isOutcomeUnknown !== true;
}

function inResults(
  response: HttpResponse,
  batches: ReadonlyArray<readonly RecordWrite[]>,
): ToldApart {
  const found = correlate(bodyOf(response), batches.flat());
  const { results, errors, disputed, areAllWritten } = found;
  const parts = batches.map((batch) => {
    const own = new Set(batch);
    const isOwn = (error: HubspotError | undefined) =>
      [...errors].every(([write, other]) => other !== error || own.has(write));
    const isTold = batch.every((write) =>
      results.has(write) ? !disputed.has(write) : errors.has(write) && isOwn(errors.get(write)),
    );
    if (!isTold) return 'untold';
    return ownResponse(
      response,
      batch.map((write) => [write, results.get(write)]),
      batch.flatMap((write) => {
        const error = errors.get(write);
        return error ? [named(error, write)] : [];
      }),
    );
  });
  const untold = batches.filter((_, place) => parts[place] === 'untold').flat();
  const created = untold.filter(
    (write) => results.get(write)?.new === true && !disputed.has(write),
  );
  const { unmentioned, unpaired } = areAllWritten ? found : NONE;
  return { parts, unmentioned, unpaired, created };
}

const NONE = { unmentioned: [], unpaired: [] };

function bodyOf({ json }: HttpResponse): BatchResponse {
  return parseBatchResponse(json) ?? { results: [], errors: [] };
}

/** The response as it would be to one of the batches alone, on an account that echoes trace ids. */
function ownResponse(
  response: HttpResponse,
  own: ReadonlyArray<readonly [RecordWrite, RecordResult | undefined]>,
  errors: readonly object[],
): HttpResponse {
  const results = own.flatMap(([{ traceId }, result]) =>
    result ? [{ ...result, objectWriteTraceId: traceId }] : [],
  );
  return {
    ...response,
    status: errors.length > 0 ? response.status : 200,
    json: { status: 'COMPLETE', results, errors },
  };
}

function named(error: HubspotError, { traceId }: RecordWrite): object {
  const { propertyErrors: _, ...said } = error;
  return { ...said, objectWriteTraceId: [traceId] };
}
