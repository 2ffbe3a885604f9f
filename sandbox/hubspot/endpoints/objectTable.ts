import { Refusal, json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { errorBody } from '../answers/errors';
import type { ObjectTable } from '../crm/objectTable';
import type { Hubspot } from '../hubspotState';
import type { Call } from './endpoint';

const TYPE_ID = /^\d+-\d+$/;
const DATED = /^\/crm\/(objects|associations|properties|pipelines)\/2026-09\//;

/**
 * The table of the object type that a request names.
 *
 * @param objectType In any spelling; that of the path where it is left out.
 * @throws Refusal as HubSpot words it: a 400 without `category` (facts.md, observed.400.invalid-type-id).
 */
export function objectTable(
  hubspot: Hubspot,
  call: Call,
  objectType = call.params.objectType ?? '',
): ObjectTable {
  const table = hubspot.crm.table(objectType);
  if (table !== undefined) return table;
  const message = TYPE_ID.test(objectType)
    ? `Invalid object or event type id: ${objectType}`
    : `Unable to infer object type from: ${objectType}`;
  throw new Refusal(missing(hubspot, call, json(400, errorBody(message))));
}

/**
 * What a request gets whose object type or record is not there.
 *
 * @param otherwise The answer where it is not an empty one.
 */
export function missing({ options }: Hubspot, { path }: Call, otherwise: Answer): Answer {
  const isDated = DATED.test(path);
  return options.emptyNotFound && isDated
    ? { status: 404, body: '', contentType: 'application/json' }
    : otherwise;
}
