import type { ILoadOptionsFunctions } from 'n8n-workflow';
import type { ApiVersion } from '../hubspot/endpoints';
import { credentialTypeOf, type Operation } from '../model/settings';
import { connect, type Connection } from '../http/request';

/**
 * The connection that the node's panel has chosen so far.
 *
 * @throws Error where no credential is chosen or its base URL is unusable.
 */
export async function chosenConnection(context: ILoadOptionsFunctions): Promise<Connection> {
  return await connect(context, chosenCredentialType(context));
}

/** The object type as it stands in paths; empty where an expression has no value yet. */
export function chosenObjectType(context: ILoadOptionsFunctions): string {
  return objectTypeAt(context, 'objectType');
}

/**
 * The object type of the records to associate with, as it stands in paths; empty where an expression
 * has no value yet. It stands beside the parameter that is being edited, in the same entry, as `&` says
 * to n8n (LoadOptionsContext).
 */
export function chosenOtherObjectType(context: ILoadOptionsFunctions): string {
  return objectTypeAt(context, '&toObjectType');
}

/** The version of HubSpot's API that the node will use. */
export function chosenApiVersion(context: ILoadOptionsFunctions): ApiVersion {
  return context.getCurrentNodeParameter('options.apiVersion') === '2026-09' ? '2026-09' : 'v3';
}

/** Which records the node may write. */
export function chosenOperation(context: ILoadOptionsFunctions): Operation {
  const operation: unknown = context.getCurrentNodeParameter('operation');
  return operation === 'create' || operation === 'update' ? operation : 'upsert';
}

/** Are records searched for where HubSpot does not keep the values of the ID property unique? */
export function searchesForRecords(context: ILoadOptionsFunctions): boolean {
  return context.getCurrentNodeParameter('options.nonUniqueId') === 'search';
}

function objectTypeAt(context: ILoadOptionsFunctions, path: string): string {
  const parameter: unknown = context.getCurrentNodeParameter(path);
  const value =
    typeof parameter === 'object' && parameter !== null && 'value' in parameter
      ? parameter.value
      : parameter;
  return typeof value === 'string' && !value.startsWith('=') ? value.trim() : '';
}

function chosenCredentialType(context: ILoadOptionsFunctions): string {
  return credentialTypeOf(context.getCurrentNodeParameter('authentication'));
}
