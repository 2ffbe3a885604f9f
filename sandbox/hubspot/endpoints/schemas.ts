import { json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import type { ObjectTable } from '../crm/objectTable';
import type { Hubspot } from '../hubspotState';
import type { Call } from './endpoint';
import { pageOf } from './page';

const DEFINED_AT = '2024-03-01T09:00:00.000Z';

/** `GET /crm-object-schemas/v3/schemas`: the account's custom objects (OpenAPI: ObjectSchema). */
export function listSchemas(call: Call, { crm, options }: Hubspot): Answer {
  return json(200, pageOf(crm.customObjects().map(schemaOf), call, options.definitionsPageSize));
}

function schemaOf({ type, definitions }: ObjectTable) {
  const { objectTypeId, name, fullyQualifiedName } = type;
  const properties = [...definitions.values()];
  const own = properties.filter(({ hubspotDefined }) => !hubspotDefined).map((own) => own.name);
  const keys = properties.filter(({ hasUniqueValue }) => hasUniqueValue).map((key) => key.name);
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  return {
    id: objectTypeId.slice('2-'.length),
    objectTypeId,
    name,
    fullyQualifiedName,
    labels: { singular: label, plural: `${label}s` },
    primaryDisplayProperty: own.find((property) => !keys.includes(property)) ?? own[0],
    secondaryDisplayProperties: [],
    searchableProperties: own.slice(0, 2),
    requiredProperties: keys,
    properties,
    associations: [],
    allowsSensitiveProperties: false,
    archived: false,
    createdAt: DEFINED_AT,
    updatedAt: DEFINED_AT,
  };
}
