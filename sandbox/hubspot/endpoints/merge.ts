import { Refusal, json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { notFound } from '../answers/errors';
import { readResult } from '../answers/records';
import type { Hubspot } from '../hubspotState';
import { isObject, textOf } from '../json';
import type { Call } from './endpoint';
import { missing, objectTable } from './objectTable';

/** `POST …/{objectType}/merge`: two records become a new one. */
export function merge(call: Call, hubspot: Hubspot): Answer {
  const table = objectTable(hubspot, call);
  const body = isObject(call.body) ? call.body : {};
  const [primary, other] = [body.primaryObjectId, body.objectIdToMerge].map((id) =>
    table.find(undefined, textOf(id) ?? ''),
  );
  if (primary === undefined || other === undefined || primary === other) {
    throw new Refusal(missing(hubspot, call, notFound('resource not found')));
  }
  const id = hubspot.crm.merge(table.type.objectTypeId, primary.id, other.id);
  const merged = table.records.get(id)!;
  return { ...json(200, readResult(table, merged, [...merged.properties.keys()])), written: [id] };
}
