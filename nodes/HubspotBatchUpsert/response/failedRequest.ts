import { FORBIDDEN, isTransientStatus, meaningOf, NOT_FOUND } from '../hubspot/statuses';
import type { AuthFailed, HttpResponse, HttpResult, NoResponse } from '../http/response';
import { ownFailure, type Failure, type OwnCategory } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import { toRecordError } from './recordErrors';
import type { RefusalFacts } from './toFailure';

/** The failures of records whose request got no response, or one that tells no record from another. */
export function failedRequest(result: HttpResult): (write: RecordWrite) => Failure {
  switch (result.kind) {
    case 'authFailed':
      return () => authFailed(result, result.message);
    case 'noResponse':
      return () => noResponse(result);
    case 'response':
      return toRecordError(result.error, failedResponse(result));
  }
}

/** What a response tells that is about no record in particular, besides its error. */
export function failedResponse(response: HttpResponse): RefusalFacts {
  const { status } = response;
  return {
    httpStatus: status,
    retryable: isTransientStatus(status),
    fallback: fallbackCategory(status),
    message: unexplained(response),
  };
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

/** For refusals that bring no message of HubSpot's own. */
function unexplained({ status, json, timesInARow }: HttpResponse): string {
  if (isTransientStatus(status)) {
    const times = timesInARow > 1 ? ` ${timesInARow} times in a row` : '';
    return `HubSpot answered HTTP ${status}${times}: ${meaningOf(status).because}`;
  }
  if (status === NOT_FOUND) {
    return 'HubSpot answered HTTP 404 and did not say what it does not have: the record, the ID property, or such a request for the object type. Check the ID value and the ID property, and try the other value of the option API Version';
  }
  return status === FORBIDDEN && json === undefined
    ? 'A firewall or gateway on the way to HubSpot refused the request (HTTP 403): something in one of its records may look like an attack to it, or it blocks this server'
    : `HubSpot refused the request with HTTP ${status} and did not say why`;
}

/** The failure where nothing, or not all of it, was answered. */
export function noResponse({ reason, code, message, sent, status }: NoResponse): Failure {
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
