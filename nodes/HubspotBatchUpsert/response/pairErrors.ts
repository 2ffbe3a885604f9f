/**
 * Failures of pairs of records: the record of the run is written, so that each was attempted, and
 * running its item again does no harm.
 */

import { shorten } from '../hubspot/bounds';
import { isTransient, isWriteConflict } from '../hubspot/categories';
import { CONFLICT } from '../hubspot/statuses';
import type { HubspotError } from '../hubspot/types';
import type { HttpResponse, HttpResult } from '../http/response';
import type { Fault } from '../model/fault';
import { ownFailure, type Failure } from '../model/outcome';
import type { Pair } from '../model/pair';
import { authFailed, failedResponse, noResponse } from './failedRequest';
import { notSent } from './faults';
import { toFailure } from './toFailure';

/** The failure of pairs whose request got no response, or one that tells no pair from another. */
export function failedPair(result: HttpResult): Failure {
  switch (result.kind) {
    case 'authFailed':
      return asPairFailure(authFailed(result, result.message));
    case 'noResponse':
      return asPairFailure(noResponse(result));
    case 'response':
      return asPairFailure(toFailure(said(result.error), failedResponse(result)));
  }
}

/** The failure of pairs whose own request met a fault. */
export function pairMetBy(fault: Fault, result: HttpResult): Failure {
  const failure = failedPair(result);
  return {
    ...failure,
    message: `${fault.title}. ${fault.advice}`,
    retryable: fault.retryable,
  };
}

/** The failure of an item whose record was written, and none of whose pairs was sent, because of a fault. */
export function notAssociated(fault: Fault): Failure {
  const failure = pairNotSent(fault);
  return { ...failure, message: `The record is written, but not associated: ${failure.message}` };
}

/** One entry of `errors`, or the error of a whole response, as the pairs that it is about have it. */
export function pairError(error: HubspotError, { status }: HttpResponse): Failure {
  const failure = toFailure(said(error), {
    httpStatus: status,
    retryable: isTransient(error) || (status === CONFLICT && isWriteConflict(error)),
    fallback: 'INVALID_VALUE',
    message: `HubSpot refused the association with HTTP ${status} and did not say why`,
  });
  return asPairFailure(failure);
}

/** Several errors that name no pair: each is about one of some pairs, and nobody knows of which. */
export function strayPairError(errors: readonly HubspotError[], response: HttpResponse): Failure {
  const [first, ...others] = errors.map((error) => pairError(error, response));
  if (first === undefined) return unmentioned(response);
  const messages = new Set([first, ...others].map(({ message }) => message));
  if (messages.size === 1) return first;
  const message = `HubSpot refused the association for one of these reasons, and did not say for which: ${[...messages].join('; ')}`;
  return { ...first, message, code: null };
}

/** The refusal of a request as one of its pairs has it, should the run end before it is sent again. */
export function pendingPairError(error: HubspotError, response: HttpResponse): Failure {
  const refusal = pairError(error, response);
  return {
    ...refusal,
    message: `HubSpot refused the request that held this association, and the run ended before it was sent again. HubSpot said: ${refusal.message}`,
    retryable: true,
  };
}

/** Why a pair may not be sent any more, where it was refused together with others before. */
export function endedBefore({ refusal }: Pair, fault: Fault): Failure {
  return refusal ? { ...refusal, retryable: fault.retryable } : pairNotSent(fault);
}

/** "Not sent", as records say it, would be false of an item whose record was. */
function pairNotSent(fault: Fault): Failure {
  return asPairFailure({ ...notSent(fault), message: `${fault.title}. ${fault.advice}` });
}

function unmentioned({ status }: HttpResponse): Failure {
  const message = 'HubSpot returned neither the association nor an error for it';
  return asPairFailure(ownFailure('NO_OUTCOME', message, { httpStatus: status, retryable: true }));
}

function asPairFailure(failure: Failure): Failure {
  return { ...failure, attempted: true, stage: 'associate' };
}

function said({ propertyErrors, existingId, scopes, ...quoted }: HubspotError) {
  return shorten(quoted);
}
