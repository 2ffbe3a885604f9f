import type {
  ILoadOptionsFunctions,
  ResourceMapperField,
  ResourceMapperFields,
} from 'n8n-workflow';
import { findSchema } from '../hubspot/objectSchemas';
import { findStandardObjectType, type ObjectType } from '../hubspot/objectTypes';
import type { PropertyDefinition } from '../hubspot/types';
import { identifiesRecords, isWritable } from '../hubspot/propertyDefinitions';
import { chosenObjectType } from './panelValues';
import { readDefinitions } from './definitions';
import { asEditorError, toNodeApiError } from './editorError';
import { toMappingField, type Need } from './mappingField';
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
    return { fields: toFields(definitions, objectType, await needs(this, objectType)) };
  } catch (error) {
    const { message, facts } = asEditorError(error);
    if (facts.permanent) return notice(`${message}. ${facts.advice}`);
    throw toNodeApiError(this, error);
  }
}

function toFields(
  definitions: readonly PropertyDefinition[],
  objectType: string,
  { required, requiredOneOf }: Needs,
): ResourceMapperField[] {
  const needOf = ({ name }: PropertyDefinition): Need =>
    required.includes(name) ? 'required' : requiredOneOf.includes(name) ? 'oneOf' : 'none';
  const rank = (definition: PropertyDefinition): number =>
    needOf(definition) !== 'none' ? 0 : identifiesRecords(definition, objectType) ? 1 : 2;
  const label = ({ label, name }: PropertyDefinition): string => label || name;
  return definitions
    .filter((definition) => isWritable(definition) && definition.hidden !== true)
    .sort((one, other) => rank(one) - rank(other) || label(one).localeCompare(label(other)))
    .map((definition) => toMappingField(definition, needOf(definition)));
}

type Needs = Pick<ObjectType, 'required' | 'requiredOneOf'>;

/** Of a custom object its schema tells them, where the credential may see it. */
async function needs(context: ILoadOptionsFunctions, objectType: string): Promise<Needs> {
  const standard = findStandardObjectType(objectType);
  if (standard) return standard;
  const schemas = await readSchemas(context);
  const required = findSchema(schemas ?? [], objectType)?.requiredProperties ?? [];
  return { required, requiredOneOf: [] };
}

function notice(text: string): ResourceMapperFields {
  return { fields: [], emptyFieldsNotice: text };
}
