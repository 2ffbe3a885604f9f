import { parseError } from '../hubspot/parsing';
import { RETRYABLE, TIMED_OUT } from '../hubspot/statuses';
import type { RecordWrite } from '../model/record';
import type { HttpResult, HttpResponse, NoResponse } from '../http/response';
import { notSigned } from './notSigned';
import { ownFailure, type Failure, type OwnCategory } from '../model/outcome';
import { refusal } from './recordErrors';

const FORBIDDEN = 403;

/** The failures of records whose request never got an answer that tells them apart. */
export function lost(answer: HttpResult): (write: RecordWrite) => Failure {
  switch (answer.kind) {
    case 'authFailed':
      return () => notSigned(answer, answer.message);
    case 'noResponse':
      return () => unanswered(answer);
    case 'response':
      return refusal(parseError(answer.json), {
        httpStatus: answer.status,
        retryable: isTrouble(answer.status),
        fallback: fallbackCategory(answer.status),
        message: unexplained(answer),
      });
  }
}

/** For refusals that bring no message of HubSpot's own. */
function unexplained({ status, json }: HttpResponse): string {
  if (isTrouble(status)) return `HubSpot answered HTTP ${status} every time it was asked`;
  return status === FORBIDDEN && json === undefined
    ? 'A firewall or gateway on the way to HubSpot refused the request (HTTP 403): something in one of its records may look like an attack to it, or it blocks this server'
    : `HubSpot refused the request with HTTP ${status} and did not say why`;
}

function unanswered({ reason, code, message, sent, status }: NoResponse): Failure {
  return ownFailure(reason === 'timeout' ? 'TIMEOUT' : 'NETWORK', message, {
    code,
    httpStatus: status ?? null,
    retryable: reason !== 'tooLarge',
    attempted: sent,
    stage: 'upsert',
  });
}

/** Is it HubSpot's state that is to blame, and not what was sent? */
function isTrouble(status: number): boolean {
  return RETRYABLE.has(status) || status >= 500;
}

function fallbackCategory(status: number): OwnCategory {
  if (TIMED_OUT.has(status)) return 'TIMEOUT';
  return isTrouble(status) ? 'NETWORK' : 'INVALID_VALUE';
}
