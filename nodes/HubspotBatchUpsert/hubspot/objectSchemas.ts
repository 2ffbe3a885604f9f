import { parseResults } from './parsing';
import type { ObjectSchema } from './types';
import { isRecord, listOf, textOf } from './untrustedJson';

/** The custom objects in an answer of the schemas API. What has no name or no ID is none. */
export function parseObjectSchemas(json: unknown): ObjectSchema[] {
  return parseResults(json).flatMap((entry) => {
    const name = textOf(entry.name);
    const objectTypeId = textOf(entry.objectTypeId);
    if (!name || !objectTypeId) return [];
    const labels = isRecord(entry.labels) ? entry.labels : {};
    return [
      {
        name,
        objectTypeId,
        fullyQualifiedName: textOf(entry.fullyQualifiedName),
        labels: { singular: textOf(labels.singular), plural: textOf(labels.plural) },
        archived: entry.archived === true,
        requiredProperties: listOf(entry.requiredProperties).filter(
          (property) => typeof property === 'string',
        ),
      },
    ];
  });
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
