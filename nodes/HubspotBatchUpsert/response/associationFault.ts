import { shorten } from '../hubspot/bounds';
import { FORBIDDEN, isSuccess, NOT_FOUND } from '../hubspot/statuses';
import type { HubspotError, ObjectTypePair } from '../hubspot/types';
import { textOf } from '../hubspot/untrustedJson';
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
  if (faultOfAll || result.kind !== 'response' || isSuccess(result.status)) return faultOfAll;
  const { status, error } = result;
  if (mentionedPairs(error, pairs).length > 0) return undefined;
  if (smallerBatch(result, pairs.length) !== undefined) return undefined;
  if (status === FORBIDDEN) return result.json === undefined ? undefined : permissionFault(error);
  if (status === NOT_FOUND && !isHubspotRefusal(result)) return addressFault(status);
  if (status !== 400 && status !== NOT_FOUND) return undefined;
  const said = `${textOf(error.subCategory) ?? ''} ${error.message ?? ''}`;
  if (PERMISSION.test(said)) return editPermissionFault(error);
  if (WRONG_TYPE.test(said) || status === NOT_FOUND) return wrongTypes(types, error);
  return LIMIT.test(said) ? limitReached(types, error) : undefined;
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
    advice: `${saidBy(error)} Choose another object type or another label in the associations of the node.`,
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
    title: `HubSpot has reached a limit of associations between ${fromObjectType} and ${toObjectType}`,
    advice: `${saidBy(error)} Remove associations that are no longer needed, or raise the limit in HubSpot (Settings > Objects).`,
    retryable: false,
    throws: false,
  };
}

function saidBy({ message }: HubspotError): string {
  const said = shorten(message) ?? 'nothing';
  return `HubSpot said: ${said.endsWith('.') ? said : `${said}.`}`;
}
