import type { AuthFailed } from '../http/response';
import { ownFailure, type Failure } from '../model/outcome';

/**
 * The failure of a record whose request n8n could not sign. Where it had left with an expired
 * token, HubSpot answered 401 and wrote nothing, and n8n does not hand that answer on.
 */
export function notSigned({ sent }: AuthFailed, message: string): Failure {
  const failure = ownFailure('NOT_ATTEMPTED', message, { retryable: true, stage: 'upsert' });
  return sent
    ? { ...failure, category: 'INVALID_AUTHENTICATION', httpStatus: 401, attempted: true }
    : failure;
}
