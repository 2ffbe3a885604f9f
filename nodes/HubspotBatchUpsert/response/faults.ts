import { shorten } from '../hubspot/bounds';
import { isExpired } from '../hubspot/categories';
import { FORBIDDEN, isSuccess, NOT_FOUND, PROXY_AUTHENTICATION } from '../hubspot/statuses';
import type { HttpResult } from '../http/response';
import type { Fault } from '../model/fault';
import { ownFailure, type Failure } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import type { NamedTarget } from '../model/target';
import { credentialFault, permissionFault } from './accessFault';
import { addressFault, insecureFault, isHubspotRefusal, proxyFault } from './connectionFault';
import {
  blamesIdProperty,
  idPropertyFault,
  isNoSuchType,
  missingFromHubspot,
  objectTypeFault,
  propertyFault,
  silentTypeFault,
} from './mappingFault';
import { authFailed } from './failedRequest';
import { isAboutRecords } from './attribute';
import { toRecordError } from './recordErrors';

/**
 * Recognises a fault for which no single record is to blame, but the credential, the address, the
 * object type or a property, so that it is not searched for in records. A 403 that is no JSON comes
 * from a firewall on the way, which may object to one batch alone.
 *
 * @param writes The records that were sent, where the answer is one to a batch.
 */
export function recogniseFault(
  result: HttpResult,
  target: NamedTarget,
  writes: readonly RecordWrite[] = [],
): Fault | undefined {
  const faultOfAll = faultOfConnection(result);
  if (faultOfAll || result.kind !== 'response' || isSuccess(result.status)) return faultOfAll;
  const { status, error } = result;
  if (isAboutRecords(result, writes)) return undefined;
  if (status === FORBIDDEN) return result.json === undefined ? undefined : permissionFault(error);
  if (isNoSuchType(error)) return objectTypeFault(target);
  if (status === NOT_FOUND && !isHubspotRefusal(result)) return addressFault(status);
  if (status === NOT_FOUND) return notFoundFault(target, writes);
  if (status !== 400) return undefined;
  if (blamesIdProperty(error, target)) return idPropertyFault(target);
  const missing = missingFromHubspot(error, writes);
  return missing.length > 0 ? propertyFault(missing, target) : undefined;
}

/** Where the object type is known to be there, what is asked for may not be, such as any of the records. */
function notFoundFault(target: NamedTarget, writes: readonly RecordWrite[]): Fault | undefined {
  const areToBeUpdated =
    writes.length > 0 && writes.every(({ operation }) => operation === 'update');
  if (areToBeUpdated) return undefined;
  if (target.usableIdProperties === undefined) return objectTypeFault(target);
  return writes.length > 0 ? silentTypeFault(target) : undefined;
}

/** A fault of the credential or of the way to HubSpot, whatever is asked for. */
export function faultOfConnection(result: HttpResult): Fault | undefined {
  if (result.kind === 'authFailed') return credentialFault(result.message);
  if (result.kind === 'noResponse') {
    return result.reason === 'insecure' ? insecureFault(result.code) : undefined;
  }
  const { status, error } = result;
  if (status === 401) return credentialFault(isExpired(error) ? shorten(error.message) : '');
  if (status === PROXY_AUTHENTICATION) return proxyFault();
  return status === 405 || (status >= 300 && status < 400) ? addressFault(status) : undefined;
}

/** The failure of a record whose own request met the fault. */
export function refusedBy(fault: Fault, result: HttpResult, write: RecordWrite): Failure {
  const message = `${fault.title}. ${fault.advice}`;
  if (result.kind === 'authFailed') return authFailed(result, message);
  if (result.kind === 'noResponse' || result.status === PROXY_AUTHENTICATION) return notSent(fault);
  const failureOf = toRecordError(result.error, {
    httpStatus: result.status,
    retryable: fault.retryable,
    fallback: 'INVALID_VALUE',
    message,
  });
  return { ...failureOf(write), message };
}

/** The failure of a record that was not sent because of the fault. */
export function notSent({ title, advice, retryable }: Fault): Failure {
  const message = `Not sent: ${lowerFirst(title)}. ${advice}`;
  return ownFailure('NOT_ATTEMPTED', message, { retryable, stage: 'upsert' });
}

/** Batch after batch failed whole as this record did. */
export function sameEveryTime({ message, retryable }: Failure): Fault {
  return {
    scope: 'target',
    title: 'Several batches in a row failed whole for the same reason',
    advice: `The reason was: ${message}`,
    retryable,
    throws: false,
  };
}

function lowerFirst(sentence: string): string {
  return sentence.startsWith('HubSpot')
    ? sentence
    : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
