import type {
  ILoadOptionsFunctions,
  INodeListSearchItems,
  INodeListSearchResult,
} from 'n8n-workflow';
import type { PropertyDefinition } from '../hubspot/types';
import { identifiesRecords, isContactEmail } from '../hubspot/propertyDefinitions';
import { chosenObjectType } from './panelValues';
import { readDefinitions } from './definitions';
import { EditorError, toNodeApiError } from './editorError';
import { matches, withName } from './labels';

/**
 * The editor's list of properties that can identify a record of the chosen object type: those with
 * unique values that can be written, the email of contacts first.
 */
export async function searchIdProperties(
  this: ILoadOptionsFunctions,
  filter?: string,
): Promise<INodeListSearchResult> {
  try {
    const objectType = chosenObjectType(this);
    if (objectType === '') throw unknownObjectType();
    const entries = idProperties(await readDefinitions(this, objectType), objectType);
    if (entries.length === 0) throw noIdProperty(objectType);
    const results = entries.filter(({ name, value }) => matches(filter, [name, String(value)]));
    return { results };
  } catch (error) {
    throw toNodeApiError(this, error);
  }
}

/** Those that can identify a record of the object type, as entries of a list. */
export function idProperties(
  definitions: readonly PropertyDefinition[],
  objectType: string,
): INodeListSearchItems[] {
  const rank = ({ value }: INodeListSearchItems): number =>
    isContactEmail(objectType, String(value)) ? 0 : 1;
  return definitions
    .filter((definition) => identifiesRecords(definition, objectType))
    .map(({ label, name }) => ({ name: withName(label, name), value: name }))
    .sort((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name));
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
    advice: `Create a property of ${objectType} in HubSpot (Settings > Properties) and switch on "Require unique values for this property" in its rules. If there is one that HubSpot does not mark, enter its name under By Name.`,
    permanent: true,
  });
}
