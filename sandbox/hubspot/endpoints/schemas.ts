import { json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { MACHINE } from '../crm/objectTypes';
import type { Hubspot } from '../hubspotState';
import type { Call } from './endpoint';
import { objectTable } from './objectTable';

const DEFINED_AT = '2024-03-01T09:00:00.000Z';

/** `GET /crm-object-schemas/v3/schemas`: the account's custom objects (OpenAPI: ObjectSchema). */
export function listSchemas(call: Call, hubspot: Hubspot): Answer {
  const { objectTypeId, name, fullyQualifiedName } = MACHINE;
  const table = objectTable(hubspot, call, objectTypeId);
  const schema = {
    id: objectTypeId.slice('2-'.length),
    objectTypeId,
    name,
    fullyQualifiedName,
    labels: { singular: 'Machine', plural: 'Machines' },
    primaryDisplayProperty: 'machine_name',
    secondaryDisplayProperties: [],
    searchableProperties: ['machine_key', 'machine_name'],
    requiredProperties: ['machine_key'],
    properties: [...table.definitions.values()],
    associations: [],
    archived: false,
    createdAt: DEFINED_AT,
    updatedAt: DEFINED_AT,
  };
  return json(200, { results: [schema] });
}
