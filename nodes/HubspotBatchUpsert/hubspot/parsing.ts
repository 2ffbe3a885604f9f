import { cutDepth } from './bounds';
import { MAX_BATCH_SIZE } from './endpoints';
import { propertyErrorsIn } from './propertyErrors';
import { existingId } from './quotedValue';
import { scopesIn } from './scopes';
import type { BatchResponse, ErrorDetail, HubspotError } from './types';
import { contextTexts, errorsOf, isRecord, listOf, textOf } from './untrustedJson';

/** The body of a 2xx response to a batch call; undefined where it is none. */
export function parseBatchResponse(json: unknown): BatchResponse | undefined {
  if (!isRecord(json)) return undefined;
  return {
    status: textOf(json.status),
    results: listOf(json.results)
      .filter(isRecord)
      .map((result) => asDocumented(cutDepth(result))),
    errors: batchErrors(json),
  };
}

/** The `errors` of a 2xx response to a batch call; one of its own where it is nothing but an error. */
export function batchErrors(json: Record<string, unknown>): HubspotError[] {
  return (isErrorItself(json) ? [json] : errorsOf(json.errors))
    .map((error) => cutDepth(error))
    .flatMap(byTraceId)
    .map(parseError);
}

/** Is the body no batch but an error, whatever status it came with? */
function isErrorItself({ results, message }: Record<string, unknown>): boolean {
  return results === undefined && textOf(message) !== undefined;
}

/** Ids of two answers are compared, and one of them may give them as numbers; `new` may be text. */
function asDocumented(result: Record<string, unknown>): Record<string, unknown> {
  if (typeof result.id === 'number') result.id = String(result.id);
  if (typeof result.new === 'string') result.new = /^true$/i.test(result.new);
  return result;
}

/**
 * The body of a refusal, or one entry of `errors` in a batch response, as it was sent: records are
 * found by what it quotes of them. It is redacted on the way out.
 */
export function parseError(json: unknown): HubspotError {
  if (!isRecord(json)) return NO_ERROR;
  const message = textOf(json.message);
  const context = isRecord(json.context) ? json.context : undefined;
  const details = errorsOf(json.errors).map(parseDetail);
  const errors = details.length > 0 || Array.isArray(json.errors) ? details : undefined;
  return {
    status: json.status,
    category: textOf(json.category) ?? textOf(json.errorType),
    policyName: textOf(json.policyName),
    correlationId: textOf(json.correlationId),
    message,
    subCategory: json.subCategory,
    context,
    errors,
    objectWriteTraceId: json.objectWriteTraceId,
    propertyErrors: propertyErrorsIn(message, errors, context),
    existingId: existingIdIn(message, errors, context),
    scopes: scopesIn(json),
  };
}

/** What a response says that is no error, or none of HubSpot's. */
export const NO_ERROR: HubspotError = { propertyErrors: [] };

/** The `results` of a list, or of a page of one, such as the property definitions, as far as they are objects. */
export function parseResults(json: unknown): Array<Record<string, unknown>> {
  return isRecord(json) ? listOf(json.results).filter(isRecord) : [];
}

/** How many results a search has on all its pages (OpenAPI: `total`); undefined where it does not say. */
export function totalIn(json: unknown): number | undefined {
  if (!isRecord(json)) return undefined;
  const total = typeof json.total === 'string' ? parseFloat(json.total) : json.total;
  return typeof total === 'number' && !Number.isNaN(total) ? total : undefined;
}

/** Where the next page of a list begins; undefined on the last one (OpenAPI: `paging.next.after`). */
export function nextPageIn(json: unknown): string | undefined {
  if (!isRecord(json) || !isRecord(json.paging) || !isRecord(json.paging.next)) return undefined;
  const [after] = contextTexts(json.paging.next, 'after');
  return after === '' ? undefined : after;
}

/** The trace ids that an error names: at its top or in its context, or in those of its details. */
export function traceIdsIn(error: HubspotError): string[] {
  return [error, ...(error.errors ?? [])].flatMap(traceIdsOf);
}

function traceIdsOf({ context, objectWriteTraceId }: ErrorDetail): string[] {
  return [context, { objectWriteTraceId }].flatMap((place) =>
    contextTexts(place, 'objectWriteTraceId'),
  );
}

/**
 * One entry may name several records and say in its details what is wrong with each: the same as so
 * many entries, each with the sentences of its own record. One that names more than a batch holds is
 * none of HubSpot's.
 */
function byTraceId(entry: Record<string, unknown>): Array<Record<string, unknown>> {
  const details = errorsOf(entry.errors)
    .map(parseDetail)
    .map((detail) => ({ detail, ids: traceIdsOf(detail) }));
  const inDetails = details.flatMap(({ ids }) => ids);
  const named = new Set([...inDetails, ...traceIdsOf(parseDetail(entry))]);
  if (inDetails.length === 0 || named.size < 2 || named.size > MAX_BATCH_SIZE) return [entry];
  return [...named].map((traceId) => {
    const own = details
      .filter(({ ids }) => ids.length === 0 || ids.includes(traceId))
      .map(({ detail }) => detail);
    const sentences = own.flatMap(({ message }) => message ?? []);
    const context = { ...(entry.context as object | undefined), objectWriteTraceId: [traceId] };
    const message = sentences.length > 0 ? sentences.join('. ') : entry.message;
    return { ...entry, message, context, errors: own, objectWriteTraceId: undefined };
  });
}

function existingIdIn(
  message: string | undefined,
  details: readonly ErrorDetail[] = [],
  context?: Record<string, unknown>,
): string | undefined {
  const places = [{ message, context }, ...details];
  return (
    places.flatMap((place) => contextTexts(place.context, 'existingId'))[0] ??
    places.map((place) => existingId(place.message ?? '')).find((id) => id !== undefined)
  );
}

function parseDetail(json: Record<string, unknown>): ErrorDetail {
  return {
    message: textOf(json.message),
    code: textOf(json.code),
    in: textOf(json.in),
    subCategory: json.subCategory,
    context: isRecord(json.context) ? json.context : undefined,
    objectWriteTraceId: json.objectWriteTraceId,
  };
}
