import type { BatchResponse, ErrorDetail, HubspotError } from './types';

/**
 * Reads what HubSpot sends without trusting it: any field may be missing, of another type, or
 * there where no specification puts it.
 */

/** The body of a 2xx answer to a batch call; undefined where it is none. */
export function parseBatchResponse(json: unknown): BatchResponse | undefined {
  if (!isRecord(json)) return undefined;
  return {
    status: text(json.status),
    results: list(json.results).filter(isRecord),
    errors: list(json.errors).filter(isRecord).map(parseError),
  };
}

/**
 * The body of a refusal, or one entry of `errors` in a batch answer, as it was sent: records are
 * found by what it quotes of them. Whoever shows any of it hides secrets first.
 */
export function parseError(json: unknown): HubspotError {
  if (!isRecord(json)) return {};
  return {
    status: json.status,
    category: text(json.category),
    errorType: text(json.errorType),
    policyName: text(json.policyName),
    correlationId: text(json.correlationId),
    message: text(json.message),
    subCategory: json.subCategory,
    context: isRecord(json.context) ? json.context : undefined,
    errors: Array.isArray(json.errors) ? json.errors.filter(isRecord).map(parseDetail) : undefined,
  };
}

/** The `results` of an unpaged list, such as the property definitions, as far as they are objects. */
export function parseResults(json: unknown): Array<Record<string, unknown>> {
  return isRecord(json) ? list(json.results).filter(isRecord) : [];
}

/** A list of texts under one name of an error's context, e.g. `objectWriteTraceId`. */
export function contextTexts(context: Record<string, unknown> | undefined, name: string): string[] {
  const value = context && Object.hasOwn(context, name) ? context[name] : undefined;
  const entries = Array.isArray(value) ? (value as unknown[]) : [value];
  return entries
    .filter((entry) => typeof entry === 'string' || typeof entry === 'number')
    .map(String);
}

/** The trace ids that an error names: in its context, or in that of its details. */
export function traceIdsIn(error: HubspotError): string[] {
  const contexts = [error.context, ...(error.errors ?? []).map(({ context }) => context)];
  return contexts.flatMap((context) => contextTexts(context, 'objectWriteTraceId'));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseDetail(json: Record<string, unknown>): ErrorDetail {
  return {
    message: text(json.message),
    code: text(json.code),
    in: text(json.in),
    subCategory: json.subCategory,
    context: isRecord(json.context) ? json.context : undefined,
  };
}

/** A list; empty where it is none. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text; undefined where it is none. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
