import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';
import { readDefinitions } from './definitions';
import { EditorError, toNodeApiError } from './editorError';
import { found, recordId, uniqueProperties } from './idProperties';
import { chosenOtherObjectType } from './panelValues';

/**
 * The editor's list of what the records to associate with can be found by: their record ID, which
 * every record has, then the properties of their object type that can identify one.
 */
export async function searchOtherIdProperties(
  this: ILoadOptionsFunctions,
  filter?: string,
): Promise<INodeListSearchResult> {
  try {
    const objectType = chosenOtherObjectType(this);
    if (objectType === '') throw unknownObjectType();
    const definitions = await readDefinitions(this, objectType);
    const entries = [recordId('Record ID'), ...uniqueProperties(definitions, objectType)];
    return { results: found(entries, filter) };
  } catch (error) {
    throw toNodeApiError(this, error);
  }
}

function unknownObjectType(): EditorError {
  return new EditorError('The other object type is not known yet', {
    advice:
      'Choose the object type of this association above. If an expression gives it, run the node before this one, or enter the name of the ID property under By Name.',
    permanent: true,
  });
}
