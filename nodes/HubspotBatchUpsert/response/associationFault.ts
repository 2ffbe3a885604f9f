import { parseAssociated } from '../hubspot/associations';
import { shorten } from '../hubspot/bounds';
import { FORBIDDEN, isSuccess, NOT_FOUND } from '../hubspot/statuses';
import type { HubspotError, ObjectTypePair } from '../hubspot/types';
import type { HttpResult } from '../http/response';
import type { Fault } from '../model/fault';
import type { Pair } from '../model/pair';
import { permissionFault } from './accessFault';
import { smallerBatch } from './batchSize';
import { addressFault, isHubspotRefusal } from './connectionFault';
import { faultOfConnection } from './faults';
import { mentionedPairs } from './mentionedPairs';

/** HubSpot's changelog of 2026-09: "Missing 'Edit Associations' permission." */
const PERMISSION = /\bpermission\b/i;
const WRONG_TYPE = /\bINVALID_ASSOCIATION_TYPE\b|\bassociation type\b/i;
const LIMIT = /\bLIMIT\b|\b(?:limit|maximum)\b/i;

/**
 * Recognises a fault that every pair of two object types meets, so that it is told once and not searched
 * for among the pairs: a permission or scope that is missing, types that cannot be associated so, a
 * limit of the account. What an error says of pairs that it names is no such fault, nor what it says of
 * their number.
 */
export function associationFault(
  result: HttpResult,
  types: ObjectTypePair,
  pairs: readonly Pair[],
): Fault | undefined {
  const faultOfAll = faultOfConnection(result);
  if (faultOfAll || result.kind !== 'response') return faultOfAll;
  const { status, error } = result;
  if (isSuccess(status)) return faultOfEach(result.json, types);
  if (mentionedPairs(error, pairs).length > 0) return undefined;
  if (smallerBatch(result, pairs.length) !== undefined) return undefined;
  if (status === FORBIDDEN) return result.json === undefined ? undefined : permissionFault(error);
  if (status === NOT_FOUND && !isHubspotRefusal(result)) return addressFault(status);
  if (status !== 400 && status !== NOT_FOUND) return undefined;
  const fault = faultOfTypes(error, types);
  if (fault) return fault;
  if (status === NOT_FOUND) return wrongTypes(types, error);
  return LIMIT.test(saidBy(error)) ? limitReached(types, error) : undefined;
}

/** A fault of two object types that came as an error of each of their pairs. */
function faultOfEach(json: unknown, types: ObjectTypePair): Fault | undefined {
  const { associated, errors } = parseAssociated(json) ?? { associated: [], errors: [] };
  const faults = associated.length > 0 ? [] : errors.map((error) => faultOfTypes(error, types));
  return faults.includes(undefined) ? undefined : faults[0];
}

/** What holds for two object types, whichever records of them are meant. */
function faultOfTypes(error: HubspotError, types: ObjectTypePair): Fault | undefined {
  if (PERMISSION.test(saidBy(error))) return editPermissionFault(error);
  return WRONG_TYPE.test(saidBy(error)) ? wrongTypes(types, error) : undefined;
}

function saidBy({ subCategory, message = '' }: HubspotError): string {
  return typeof subCategory === 'string' ? `${subCategory} ${message}` : message;
}

function editPermissionFault(error: HubspotError): Fault {
  return {
    ...permissionFault({ ...error, category: 'USER_DOES_NOT_HAVE_PERMISSIONS' }),
    retryable: true,
  };
}

function wrongTypes({ fromObjectType, toObjectType }: ObjectTypePair, error: HubspotError): Fault {
  return {
    scope: 'target',
    title: `HubSpot does not associate ${fromObjectType} with ${toObjectType} in this way`,
    advice: `${quoted(error)} Choose another object type or another label in the parameter Associations.`,
    retryable: false,
    throws: false,
  };
}

function limitReached(
  { fromObjectType, toObjectType }: ObjectTypePair,
  error: HubspotError,
): Fault {
  return {
    scope: 'target',
    title: `A limit of associations between ${fromObjectType} and ${toObjectType} is reached`,
    advice: `${quoted(error)} Remove associations that are no longer needed, or raise the limit in HubSpot (Settings > Objects).`,
    retryable: false,
    throws: false,
  };
}

function quoted({ message }: HubspotError): string {
  const said = shorten(message) ?? 'nothing';
  return `HubSpot said: ${said.endsWith('.') ? said : `${said}.`}`;
}
