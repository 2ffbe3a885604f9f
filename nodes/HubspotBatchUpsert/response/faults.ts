import { redact } from '../hubspot/redaction';
import { parseError } from '../hubspot/parsing';
import { isSuccess } from '../hubspot/statuses';
import type { RecordWrite } from '../model/record';
import type { HttpResult } from '../http/response';
import { credentialFault, isExpired, permissionFault } from './accessFault';
import {
  addressFault,
  blamesIdProperty,
  idPropertyFault,
  isNoSuchType,
  missingFromHubspot,
  objectTypeFault,
  propertyFault,
} from './mappingFault';
import { notSigned } from './notSigned';
import { ownFailure, type Failure } from '../model/outcome';
import { refusal } from './recordErrors';

/** Something that no record is to blame for, and that every record would meet. */
export interface Fault {
  /** `group` where other object types or id properties may still pass. */
  scope: 'run' | 'group';
  /** What happened, as a sentence without its full stop. */
  title: string;
  /** What to do about it. */
  advice: string;
  /** Would the items pass later, unchanged? */
  retryable: boolean;
  /** May the node throw for it? Not for a limit that ends by itself. */
  throws: boolean;
  /** Given where it is met by those records alone that set one of these properties. */
  properties?: readonly string[];
}

/** What the answer was an answer to. */
export interface Target {
  objectType: string;
  idProperty: string;
  /** Names of the properties that can identify a record; empty where they are unknown. */
  usableIdProperties: readonly string[];
}

/**
 * Recognises a fault of the whole run, so that it is not searched for in single records. A 403 that
 * is no JSON comes from a firewall on the way, which may object to one batch alone.
 *
 * @param writes The records that were sent, where the answer is one to a batch.
 */
export function recogniseFault(
  answer: HttpResult,
  target: Target,
  writes: readonly RecordWrite[] = [],
): Fault | undefined {
  if (answer.kind === 'authFailed') return credentialFault(answer.message);
  if (answer.kind === 'noResponse') return undefined;
  const { status } = answer;
  if (isSuccess(status)) return undefined;
  const error = parseError(answer.json);
  if (status === 401) return credentialFault(isExpired(error) ? redact(error.message) : '');
  if (status === 403) return answer.json === undefined ? undefined : permissionFault(error);
  if (isNoSuchType(error)) return objectTypeFault(target);
  if (status === 404 || status === 405 || (status >= 300 && status < 400)) {
    return answer.json === undefined ? addressFault(status) : objectTypeFault(target);
  }
  if (status !== 400) return undefined;
  if (blamesIdProperty(error, target)) return idPropertyFault(target);
  const missing = missingFromHubspot(error, writes);
  return missing.length > 0 ? propertyFault(missing, target) : undefined;
}

/** The failure of a record whose own request met the fault. */
export function refusedBy(fault: Fault, answer: HttpResult, write: RecordWrite): Failure {
  const message = `${fault.title}. ${fault.advice}`;
  if (answer.kind === 'authFailed') return notSigned(answer, message);
  const error = answer.kind === 'response' ? parseError(answer.json) : {};
  const httpStatus = answer.kind === 'response' ? answer.status : null;
  const { retryable } = fault;
  const facts = { httpStatus, retryable, fallback: 'INVALID_VALUE', message } as const;
  return { ...refusal(error, facts)(write), message };
}

/** The failure of a record that was not sent because of the fault. */
export function leftOut({ title, advice, retryable }: Fault): Failure {
  const message = `Not sent: ${lowerFirst(title)}. ${advice}`;
  return ownFailure('NOT_ATTEMPTED', message, { retryable, stage: 'upsert' });
}

/** Batch after batch failed whole as this record did. */
export function sameEveryTime({ message, retryable }: Failure): Fault {
  return {
    scope: 'group',
    title: 'The run stopped because several batches in a row failed whole for the same reason',
    advice: `The reason was: ${message}`,
    retryable,
    throws: false,
  };
}

/** A fault of this node's own. */
export function internalFault(error: unknown): Fault {
  return {
    scope: 'run',
    title: `The node stopped because of a fault of its own (${error instanceof Error ? error.message : String(error)})`,
    advice: 'Please report it; the items can be run again.',
    retryable: true,
    throws: true,
  };
}

/** A run that cannot begin: a parameter or the credential is unusable. */
export function setUpFault(error: unknown): Fault {
  const title = error instanceof Error ? error.message : String(error);
  const advice =
    error instanceof Error && 'advice' in error && typeof error.advice === 'string'
      ? `${error.advice}.`
      : 'Check the parameters and the credential of the node.';
  return { scope: 'run', title, advice, retryable: false, throws: true };
}

/** Items that the node forgot: they must leave it all the same. */
export const LOST: Fault = {
  scope: 'run',
  title: 'The node lost track of the item',
  advice: 'Please report it; the item can be run again.',
  retryable: true,
  throws: false,
};

/** What ends a run when its user stops it. */
export const CANCELLED: Fault = {
  scope: 'run',
  title: 'The execution was cancelled',
  advice: 'Run the item again.',
  retryable: true,
  throws: false,
};

function lowerFirst(sentence: string): string {
  return sentence.startsWith('HubSpot')
    ? sentence
    : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
