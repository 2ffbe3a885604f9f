import { SCHEMAS_PATH } from '../hubspot/endpoints';
import { parseObjectSchemas } from '../hubspot/objectSchemas';
import { FORBIDDEN } from '../hubspot/statuses';
import type { ObjectSchema } from '../hubspot/types';
import type { Connection } from '../http/request';
import { askHubspot } from './askHubspot';
import { EditorError } from './editorError';

/**
 * The account's custom objects; undefined where the credential lacks the scope to see them.
 *
 * @throws EditorError
 */
export async function readSchemas(connection: Connection): Promise<ObjectSchema[] | undefined> {
  const query = { path: SCHEMAS_PATH, subject: 'custom objects' };
  const pages = await askHubspot(connection, query).catch(noneWhereForbidden);
  return pages?.flatMap(parseObjectSchemas).filter(({ archived }) => archived !== true);
}

function noneWhereForbidden(error: unknown): undefined {
  if (!(error instanceof EditorError) || error.facts.status !== FORBIDDEN) throw error;
}
