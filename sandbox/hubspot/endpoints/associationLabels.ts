import { json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import type { Hubspot } from '../hubspotState';
import { endTables } from './associations';
import type { Call } from './endpoint';

/** `GET …/labels`: the associations that two object types may have (OpenAPI: AssociationSpecWithLabel). */
export function listAssociationLabels(call: Call, hubspot: Hubspot): Answer {
  const { from, to } = endTables(call, hubspot);
  const [standard, ...labelled] = hubspot.crm.associations.types
    .between(from.type.objectTypeId, to.type.objectTypeId)
    .map(({ category, typeId, label }) => ({ category, typeId, label }));
  if (standard === undefined) return json(200, { results: [] });
  const standsFirst = hubspot.options.defaultLabelStands === 'first';
  return json(200, { results: standsFirst ? [standard, ...labelled] : [...labelled, standard] });
}
