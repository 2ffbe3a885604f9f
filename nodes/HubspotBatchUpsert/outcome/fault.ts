import { complaints } from '../hubspot/complaints';
import { contextTexts, readError } from '../hubspot/readAnswer';
import type { HubspotError } from '../hubspot/shapes';
import { isSuccess } from '../hubspot/statuses';
import type { RecordWrite } from '../records/recordInput';
import type { Answer } from '../send/answer';
import { quote } from '../values/converted';
import { notSigned } from './notSigned';
import { ownFailure, type Failure } from './outcome';
import { toFailure } from './refusal';

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
}

/** What the answer was an answer to. */
export interface Target {
  objectType: string;
  idProperty: string;
  /** Names of the properties that can identify a record; empty where they are unknown. */
  usableIdProperties: readonly string[];
}

const NO_SUCH_TYPE = /Unable to infer object type/i;
const NOT_UNIQUE = /non-unique\b.*\bproperty\b/i;

/** Recognises a fault of the whole run, so that it is not searched for in single records. */
export function recogniseFault(answer: Answer, target: Target): Fault | undefined {
  if (answer.kind === 'credentialRefused') return credentialFault(answer.message);
  if (answer.kind === 'unanswered') return undefined;
  const { status } = answer;
  if (isSuccess(status)) return undefined;
  const error = readError(answer.json);
  if (status === 401) return credentialFault(isExpired(error) ? error.message : '');
  if (status === 403) return permissionFault(error);
  if (NO_SUCH_TYPE.test(error.message ?? '')) return objectTypeFault(target);
  if (status === 404 || status === 405 || (status >= 300 && status < 400)) {
    return answer.json === undefined ? addressFault(status) : objectTypeFault(target);
  }
  if (status === 400 && blamesIdProperty(error, target)) return idPropertyFault(target);
  return undefined;
}

/** The failure of a record whose own request met the fault. */
export function refusedBy(fault: Fault, answer: Answer, write: RecordWrite): Failure {
  const message = `${fault.title}. ${fault.advice}`;
  if (answer.kind === 'credentialRefused') return notSigned(answer, message);
  const error = answer.kind === 'answered' ? readError(answer.json) : {};
  const httpStatus = answer.kind === 'answered' ? answer.status : null;
  const { retryable } = fault;
  const facts = { httpStatus, retryable, fallback: 'INVALID_VALUE', message } as const;
  return { ...toFailure(error, write, facts), message };
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

/** @param reason In n8n's or HubSpot's words; left out where they would mislead. */
function credentialFault(reason = ''): Fault {
  return {
    scope: 'run',
    title: 'HubSpot does not accept the credential',
    advice: `${reason ? `${reason.replace(/\.?$/, '.')} ` : ''}Open the credential: reconnect it if it is OAuth2, or enter a valid service key.`,
    retryable: true,
    throws: true,
  };
}

/** On an unknown token HubSpot writes about OAuth, whatever kind of token it is. */
function isExpired({ category }: HubspotError): boolean {
  return category === 'EXPIRED_AUTHENTICATION';
}

function permissionFault(error: HubspotError): Fault {
  const scopes = requiredScopes(error);
  return {
    scope: 'group',
    title: 'The credential lacks a scope that HubSpot requires',
    advice: scopes.length
      ? `Give the app or service key one of these scopes, and reconnect the credential if it is OAuth2: ${scopes.join(', ')}.`
      : `${error.message ?? 'HubSpot forbids the request.'} Check the scopes of the app or service key.`,
    retryable: true,
    throws: true,
  };
}

/** HubSpot names the scopes in the details, or in the error's own context. */
export function requiredScopes(error: HubspotError): string[] {
  const contexts = [error.context, ...(error.errors ?? []).map(({ context }) => context)];
  const scopes = contexts.flatMap((context) => contextTexts(context, 'requiredGranularScopes'));
  return [...new Set(scopes)];
}

function objectTypeFault({ objectType }: Target): Fault {
  return {
    scope: 'group',
    title: `HubSpot has no object type ${quote(objectType)}`,
    advice:
      'Choose the object type from the list, or enter its internal name such as line_items, or the id of a custom object such as 2-3453932.',
    retryable: false,
    throws: true,
  };
}

function idPropertyFault({ idProperty, objectType, usableIdProperties }: Target): Fault {
  return {
    scope: 'group',
    title: `HubSpot cannot find ${objectType} by ${quote(idProperty)}, because the property is missing or its values are not unique`,
    advice: usableIdProperties.length
      ? `Set the ID property to one of: ${usableIdProperties.join(', ')}.`
      : 'Choose a property with unique values as ID property. If the object has none, create one in HubSpot with "Require unique values for this property" switched on.',
    retryable: false,
    throws: true,
  };
}

function blamesIdProperty(error: HubspotError, { idProperty }: Target): boolean {
  if (NOT_UNIQUE.test(error.message ?? '')) return true;
  return complaints(error).some(
    ({ property, code }) => property === idProperty && code === 'PROPERTY_DOESNT_EXIST',
  );
}

function addressFault(status: number): Fault {
  return {
    scope: 'run',
    title: `The address in the credential does not answer like HubSpot (HTTP ${status})`,
    advice:
      'Check the base URL of the credential; for HubSpot itself it is https://api.hubapi.com.',
    retryable: true,
    throws: true,
  };
}

function lowerFirst(sentence: string): string {
  return sentence.startsWith('HubSpot')
    ? sentence
    : sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
