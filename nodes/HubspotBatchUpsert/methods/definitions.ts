import type { ILoadOptionsFunctions } from 'n8n-workflow';
import { propertiesPath } from '../hubspot/endpoints';
import { parsePropertyDefinitions } from '../hubspot/propertyDefinitions';
import type { PropertyDefinition } from '../hubspot/types';
import { askHubspot } from './askHubspot';
import { chosenApiVersion, chosenConnection } from './panelValues';

/**
 * Every property of an object type that the credential is meant to see. HubSpot lists properties of
 * one sensitivity at a time (OpenAPI: properties, `dataSensitivity`).
 *
 * @throws EditorError
 */
export async function readDefinitions(
  context: ILoadOptionsFunctions,
  objectType: string,
): Promise<PropertyDefinition[]> {
  const connection = await chosenConnection(context);
  const lists = await Promise.all(
    [undefined, ...connection.sensitiveData].map((dataSensitivity) =>
      askHubspot(connection, {
        path: propertiesPath(chosenApiVersion(context), objectType),
        query: { dataSensitivity },
        subject: 'properties of the object type',
        objectTypes: [objectType],
      }),
    ),
  );
  return lists.flat().flatMap(parsePropertyDefinitions);
}
