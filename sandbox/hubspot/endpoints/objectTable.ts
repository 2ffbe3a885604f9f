import { Refusal, json } from '../answers/answer';
import { errorBody } from '../answers/errors';
import type { ObjectTable } from '../crm/objectTable';
import type { Hubspot } from '../hubspotState';

/** @throws Refusal as HubSpot words it: a 400 without `category` (facts.md). */
export function objectTable(hubspot: Hubspot, objectType: string | undefined): ObjectTable {
  const table = hubspot.crm.table(objectType ?? '');
  if (table !== undefined) return table;
  const message = `Unable to infer object type from: ${objectType ?? ''}`;
  throw new Refusal(json(400, errorBody(message)));
}
