import { propertyErrorsIn } from './propertyErrors';
import { scopesIn } from './scopes';
import type { BatchResponse, ErrorDetail, HubspotError } from './types';
import { contextTexts, isRecord, listOf, textOf } from './untrustedJson';

/** The body of a 2xx response to a batch call; undefined where it is none. */
export function parseBatchResponse(json: unknown): BatchResponse | undefined {
  if (!isRecord(json)) return undefined;
  return {
    status: textOf(json.status),
    results: listOf(json.results).filter(isRecord),
    errors: listOf(json.errors).filter(isRecord).map(parseError),
  };
}

/**
 * The body of a refusal, or one entry of `errors` in a batch response, as it was sent: records are
 * found by what it quotes of them. Whoever shows any of it redacts it first.
 */
export function parseError(json: unknown): HubspotError {
  if (!isRecord(json)) return NO_ERROR;
  const message = textOf(json.message);
  const errors = Array.isArray(json.errors)
    ? json.errors.filter(isRecord).map(parseDetail)
    : undefined;
  return {
    status: json.status,
    category: textOf(json.category),
    errorType: textOf(json.errorType),
    policyName: textOf(json.policyName),
    correlationId: textOf(json.correlationId),
    message,
    subCategory: json.subCategory,
    context: isRecord(json.context) ? json.context : undefined,
    errors,
    propertyErrors: propertyErrorsIn(message, errors),
    scopes: scopesIn(json),
  };
}

/** What a response says that is no error, or none of HubSpot's. */
export const NO_ERROR: HubspotError = { propertyErrors: [] };

/** The `results` of an unpaged list, such as the property definitions, as far as they are objects. */
export function parseResults(json: unknown): Array<Record<string, unknown>> {
  return isRecord(json) ? listOf(json.results).filter(isRecord) : [];
}

/** The trace ids that an error names: in its context, or in that of its details. */
export function traceIdsIn(error: HubspotError): string[] {
  const contexts = [error.context, ...(error.errors ?? []).map(({ context }) => context)];
  return contexts.flatMap((context) => contextTexts(context, 'objectWriteTraceId'));
}

function parseDetail(json: Record<string, unknown>): ErrorDetail {
  return {
    message: textOf(json.message),
    code: textOf(json.code),
    in: textOf(json.in),
    subCategory: json.subCategory,
    context: isRecord(json.context) ? json.context : undefined,
  };
}
