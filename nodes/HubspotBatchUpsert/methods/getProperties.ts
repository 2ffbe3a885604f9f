import type {
  ILoadOptionsFunctions,
  ResourceMapperField,
  ResourceMapperFields,
} from 'n8n-workflow';
import { findSchema } from '../hubspot/objectSchemas';
import { findStandardObjectType } from '../hubspot/objectTypes';
import type { PropertyDefinition } from '../hubspot/types';
import { identifiesRecords, isWritable } from '../hubspot/propertyDefinitions';
import { chosenConnection, chosenObjectType } from './panelValues';
import { readDefinitions } from './definitions';
import { asEditorError, toNodeApiError } from './editorError';
import { toMappingField } from './mappingField';
import { readSchemas } from './schemas';

/**
 * The columns of the chosen object type: those that a new record must have, then those that can
 * identify one, then all others, by label.
 *
 * n8n's editor swallows whatever this throws (nodeTypes.store.ts), so an obstacle that will last is
 * told as a notice in place of the columns. A passing one is thrown, which leaves the columns alone
 * that the editor has.
 */
export async function getProperties(this: ILoadOptionsFunctions): Promise<ResourceMapperFields> {
  const objectType = chosenObjectType(this);
  if (objectType === '') return notice('Choose an object type to see its properties.');
  try {
    const definitions = await readDefinitions(this, objectType);
    return { fields: toFields(definitions, objectType, await requiredNames(this, objectType)) };
  } catch (error) {
    const { message, facts } = asEditorError(error);
    if (facts.permanent) return notice(`${message}. ${facts.advice}`);
    throw toNodeApiError(this, error);
  }
}

function toFields(
  definitions: readonly PropertyDefinition[],
  objectType: string,
  required: readonly string[],
): ResourceMapperField[] {
  const rank = (definition: PropertyDefinition): number =>
    required.includes(definition.name) ? 0 : identifiesRecords(definition, objectType) ? 1 : 2;
  const label = ({ label, name }: PropertyDefinition): string => label || name;
  return definitions
    .filter((definition) => isWritable(definition) && definition.hidden !== true)
    .sort((one, other) => rank(one) - rank(other) || label(one).localeCompare(label(other)))
    .map((definition) => toMappingField(definition, required.includes(definition.name)));
}

/** Of a custom object its schema tells them, where the credential may see it. */
async function requiredNames(
  context: ILoadOptionsFunctions,
  objectType: string,
): Promise<readonly string[]> {
  const standard = findStandardObjectType(objectType);
  if (standard) return standard.required;
  const schemas = await readSchemas(await chosenConnection(context));
  return findSchema(schemas ?? [], objectType)?.requiredProperties ?? [];
}

function notice(text: string): ResourceMapperFields {
  return { fields: [], emptyFieldsNotice: text };
}
