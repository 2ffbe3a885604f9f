import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { schemasPath } from '../hubspot/endpoints';
import { parseObjectSchemas } from '../hubspot/objectSchemas';
import { FORBIDDEN } from '../hubspot/statuses';
import type { ObjectSchema } from '../hubspot/types';
import { askHubspot } from './askHubspot';
import { EditorError } from './editorError';
import { chosenApiVersion, chosenConnection } from './panelValues';

/**
 * The account's custom objects; undefined where the credential lacks the scope to see them.
 *
 * @throws EditorError
 */
export async function readSchemas(
  context: ILoadOptionsFunctions,
): Promise<ObjectSchema[] | undefined> {
  const query = { path: schemasPath(chosenApiVersion(context)), subject: 'custom objects' };
  const connection = await chosenConnection(context);
  const pages = await askHubspot(connection, query).catch(noneWhereForbidden);
  return pages?.flatMap(parseObjectSchemas).filter(({ archived }) => archived !== true);
}

function noneWhereForbidden(error: unknown): undefined {
  if (!(error instanceof EditorError) || error.facts.status !== FORBIDDEN) throw error;
}
