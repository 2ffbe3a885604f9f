import { SCHEMAS_PATH } from '../hubspot/endpoints';
import { parseResults } from '../hubspot/parsing';
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
  const schemas = parseResults<ObjectSchema>(
    reply.json,
    ({ name, objectTypeId }) => typeof name === 'string' && typeof objectTypeId === 'string',
  );
  return schemas.filter(({ archived }) => archived !== true);
}

/** The schema that a path would mean by `objectType`. */
export function findSchema(
  schemas: readonly ObjectSchema[],
  objectType: string,
): ObjectSchema | undefined {
  const wanted = objectType.toLowerCase();
  return schemas.find(({ name, objectTypeId, fullyQualifiedName }) =>
    [name, objectTypeId, fullyQualifiedName].some((known) => known?.toLowerCase() === wanted),
  );
}
