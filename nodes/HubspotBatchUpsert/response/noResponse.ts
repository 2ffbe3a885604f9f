import { shorten } from '../hubspot/bounds';
import { isTransientStatus, meaningOf } from '../hubspot/statuses';
import type { BatchResponse, ErrorDetail, HubspotError } from '../hubspot/types';
import type { AuthFailed, HttpResponse, HttpResult, NoResponse } from '../http/response';
import { ownFailure, type Failure, type OwnCategory } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import { toRecordError } from './recordErrors';

const FORBIDDEN = 403;

/** The failures of records whose request never got a response that tells them apart. */
export function withoutResponse(result: HttpResult): (write: RecordWrite) => Failure {
  switch (result.kind) {
    case 'authFailed':
      return () => authFailed(result, result.message);
    case 'noResponse':
      return () => noResponse(result);
    case 'response':
      return toRecordError(result.error, {
        httpStatus: result.status,
        retryable: isTransientStatus(result.status),
        fallback: fallbackCategory(result.status),
        message: unexplained(result),
      });
  }
}

/**
 * The failure of a record whose request n8n could not sign. Where it had left with an expired
 * token, HubSpot answered 401 and wrote nothing, and n8n does not hand that answer on.
 */
export function authFailed({ sent }: AuthFailed, message: string): Failure {
  const failure = ownFailure('NOT_ATTEMPTED', message, { retryable: true, stage: 'upsert' });
  return sent
    ? { ...failure, category: 'INVALID_AUTHENTICATION', httpStatus: 401, attempted: true }
    : failure;
}

/**
 * The failure of a record that a batch response does not mention: it was sent, and nobody can say
 * what became of it.
 *
 * @param body Undefined where the response was no JSON of a batch.
 * @param errors Errors of the response that name no record; one of them may be about this one.
 */
export function noOutcome(
  { status, text }: HttpResponse,
  body: BatchResponse | undefined,
  errors: readonly HubspotError[],
): Failure {
  const strayErrors = shorten(errors);
  return ownFailure('NO_OUTCOME', `${whyUnmentioned(text, body, strayErrors)}. ${ADVICE}`, {
    httpStatus: status,
    correlationId: strayErrors[0]?.correlationId ?? null,
    context: strayErrors[0]?.context ?? null,
    errors: strayErrors.length > 0 ? strayErrors.map(toDetail) : null,
    retryable: true,
    attempted: true,
    stage: 'upsert',
  });
}

const ADVICE =
  'Whether the record was written is not known; sending the item again does no harm, because the same values are written to the same record';

function whyUnmentioned(
  text: string,
  body: BatchResponse | undefined,
  strayErrors: readonly HubspotError[],
): string {
  if (body === undefined) {
    return text.trim() === ''
      ? 'HubSpot sent an empty answer'
      : 'The answer was not JSON, so it did not come from HubSpot itself';
  }
  const messages = [...new Set(strayErrors.flatMap(({ message }) => message ?? []))];
  if (messages.length > 0) {
    return `HubSpot reported errors without saying for which record (${messages.slice(0, 3).join('; ')})`;
  }
  switch (body.status) {
    case 'CANCELED':
      return 'HubSpot cancelled the batch';
    case 'PENDING':
    case 'PROCESSING':
      return `HubSpot had not finished the batch when it answered (${body.status})`;
    default:
      return body.results.length === 0
        ? 'HubSpot called the batch complete and returned no record'
        : 'HubSpot returned neither a result nor an error for this record';
  }
}

function toDetail({ message, category, context }: HubspotError): ErrorDetail {
  return { message, code: category, context };
}

/** For refusals that bring no message of HubSpot's own. */
function unexplained({ status, json, timesInARow }: HttpResponse): string {
  if (isTransientStatus(status)) {
    return `HubSpot answered HTTP ${status}${timesInARow > 1 ? `, ${timesInARow} times in a row` : ''}`;
  }
  return status === FORBIDDEN && json === undefined
    ? 'A firewall or gateway on the way to HubSpot refused the request (HTTP 403): something in one of its records may look like an attack to it, or it blocks this server'
    : `HubSpot refused the request with HTTP ${status} and did not say why`;
}

function noResponse({ reason, code, message, sent, status }: NoResponse): Failure {
  return ownFailure(reason === 'timeout' ? 'TIMEOUT' : 'NETWORK', message, {
    code,
    httpStatus: status ?? null,
    retryable: reason !== 'tooLarge' && reason !== 'insecure',
    attempted: sent,
    stage: 'upsert',
  });
}

function fallbackCategory(status: number): OwnCategory {
  if (meaningOf(status).isTimeout) return 'TIMEOUT';
  return isTransientStatus(status) ? 'NETWORK' : 'INVALID_VALUE';
}
