import { parseBatchResponse } from '../hubspot/parsing';
import { isSuccess } from '../hubspot/statuses';
import type { HubspotError, PropertyError } from '../hubspot/types';
import type { HttpResult } from '../http/response';
import { blamesIdProperty, isNoSuchType } from './mappingFault';
import type { TargetNames } from '../model/target';

/** What the node checks by the definitions itself, save whether an address could be one. */
const OF_A_TYPE = /^INVALID_(?!EMAIL)/;

/**
 * Does a response to a write refuse something as if a property, its type, its options or the object
 * type were otherwise than the node has read?
 */
export function contradictsDefinitions(result: HttpResult, target: TargetNames): boolean {
  if (result.kind !== 'response') return false;
  const errors: readonly HubspotError[] = isSuccess(result.status)
    ? (parseBatchResponse(result.json)?.errors ?? [])
    : [result.error];
  return errors.some(
    (error) =>
      isNoSuchType(error) ||
      blamesIdProperty(error, target) ||
      error.propertyErrors.some(isOfDefinition),
  );
}

function isOfDefinition({ about, code = '' }: PropertyError): boolean {
  return about === 'property' || OF_A_TYPE.test(code);
}
