import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { credentialTypeOf } from '../model/settings';
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
  const parameter: unknown = context.getCurrentNodeParameter('objectType');
  const value =
    typeof parameter === 'object' && parameter !== null && 'value' in parameter
      ? parameter.value
      : parameter;
  return typeof value === 'string' && !value.startsWith('=') ? value.trim() : '';
}

function chosenCredentialType(context: ILoadOptionsFunctions): string {
  return credentialTypeOf(context.getCurrentNodeParameter('authentication'));
}
