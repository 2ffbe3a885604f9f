import { SCHEMAS_PATH } from '../hubspot/endpoints';
import { parseObjectSchemas } from '../hubspot/objectSchemas';
import type { ObjectSchema } from '../hubspot/types';
import type { Connection } from '../http/request';
import { askHubspot } from './askHubspot';
import { EditorError } from './editorError';

const FORBIDDEN = 403;

/**
 * The account's custom objects; undefined where the credential lacks the scope to see them.
 *
 * @throws EditorError
 */
export async function readSchemas(connection: Connection): Promise<ObjectSchema[] | undefined> {
  const reply = await askHubspot(connection, { path: SCHEMAS_PATH, subject: 'custom objects' });
  if (reply instanceof EditorError) {
    if (reply.facts.status === FORBIDDEN) return undefined;
    throw reply;
  }
  return parseObjectSchemas(reply.json).filter(({ archived }) => archived !== true);
}
