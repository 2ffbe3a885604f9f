import type {
  ILoadOptionsFunctions,
  INodeListSearchItems,
  INodeListSearchResult,
} from 'n8n-workflow';
import { RECORD_ID } from '../hubspot/propertyDefinitions';
import { readDefinitions } from './definitions';
import { EditorError, toNodeApiError } from './editorError';
import { found, recordId, searchedProperties, uniqueProperties } from './idProperties';
import { withName } from './labels';
import { chosenObjectType, chosenOperation, searchesForRecords } from './panelValues';

/**
 * The editor's list of what records of the chosen object type can be told apart by: properties with
 * unique values that can be written, the email of contacts first; where the node may search, other
 * short texts; and the record ID, which no new record has yet.
 */
export async function searchIdProperties(
  this: ILoadOptionsFunctions,
  filter?: string,
): Promise<INodeListSearchResult> {
  try {
    const objectType = chosenObjectType(this);
    if (objectType === '') throw unknownObjectType();
    const properties = await propertiesOf(this, objectType);
    if (chosenOperation(this) === 'create') {
      if (properties.length === 0) throw noIdProperty(objectType);
      return { results: found(properties, filter) };
    }
    const results = found([...properties, BY_RECORD_ID], filter);
    return { results: properties.length === 0 ? [...HOW_TO_GET_ONE, ...results] : results };
  } catch (error) {
    throw toNodeApiError(this, error);
  }
}

const BY_RECORD_ID = recordId(withName('Record ID', RECORD_ID));

/**
 * Where the record ID is all there is. An entry has room for some fifty characters, n8n's editor
 * shows one for each value, and lets nobody choose a boolean (ResourceLocatorDropdown.vue).
 */
const HOW_TO_GET_ONE: INodeListSearchItems[] = [
  explanation('None with unique values: create one in HubSpot', false),
  explanation('or set the option Non-Unique ID to Search', true),
];

function explanation(name: string, value: boolean): INodeListSearchItems {
  return { name, value };
}

async function propertiesOf(
  context: ILoadOptionsFunctions,
  objectType: string,
): Promise<INodeListSearchItems[]> {
  const definitions = await readDefinitions(context, objectType);
  const unique = uniqueProperties(definitions, objectType);
  if (!searchesForRecords(context)) return unique;
  return [...unique, ...searchedProperties(definitions, objectType)];
}

function unknownObjectType(): EditorError {
  return new EditorError('The object type is not known yet', {
    advice:
      'Choose an object type above. If an expression gives it, run the node before this one, or enter the name of the ID property under By Name.',
    permanent: true,
  });
}

function noIdProperty(objectType: string): EditorError {
  return new EditorError('No property of this object type can identify a record', {
    advice: `Create a property of ${objectType} in HubSpot (Settings > Properties) and switch on "Require unique values for this property" in its rules, or set the option Non-Unique ID to Search. If there is one that HubSpot does not mark, enter its name under By Name.`,
    permanent: true,
  });
}
