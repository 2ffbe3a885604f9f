import type {
  ILoadOptionsFunctions,
  INodeListSearchItems,
  INodeListSearchResult,
} from 'n8n-workflow';
import { STANDARD_OBJECT_TYPES } from '../hubspot/objectTypes';
import type { ObjectSchema } from '../hubspot/types';
import { toNodeApiError } from './editorError';
import { matches, withName } from './labels';
import { readSchemas } from './schemas';

/**
 * The editor's list of object types: HubSpot's own, then the account's custom objects. Where the
 * scope for those is missing, a last entry says so; n8n's editor lets nobody choose an entry whose
 * value is a boolean (ResourceLocatorDropdown.vue).
 */
export async function searchObjectTypes(
  this: ILoadOptionsFunctions,
  filter?: string,
): Promise<INodeListSearchResult> {
  try {
    const schemas = await readSchemas(this);
    const entries = [...standardObjects(), ...customObjects(schemas ?? [])];
    const found = entries.filter(({ name, value }) => matches(filter, [name, String(value)]));
    return { results: schemas ? found : [...found, SCOPE_MISSING] };
  } catch (error) {
    throw toNodeApiError(this, error);
  }
}

const SCOPE_MISSING = explanation('Custom objects need the scope crm.schemas.custom.read');

function explanation(name: string): INodeListSearchItems {
  return { name, value: false };
}

function standardObjects(): INodeListSearchItems[] {
  return STANDARD_OBJECT_TYPES.map(({ label, inPaths }) => ({ name: label, value: inPaths }));
}

function customObjects(schemas: readonly ObjectSchema[]): INodeListSearchItems[] {
  return schemas
    .map(({ labels, name, objectTypeId }) => ({
      name: withName(labels?.plural ?? labels?.singular, name),
      value: objectTypeId,
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
