import type { IDataObject } from 'n8n-workflow';
import type { RecordWrite } from './record';
import type { Written } from './outcome';

/** What a Success item tells of its record: how it was written, and all that HubSpot returned. */
export interface RecordFields extends IDataObject {
  outcome: Written['outcome'];
}

/**
 * Puts together what the items of a record are to carry. It is held from the answer to the end of
 * the run, in the place of the answer's own object. Should HubSpot return a field of the same name
 * as the node's own, the node's holds.
 */
export function recordFields(
  { target: { objectType, idProperty }, id: idValue, traceId, superseded, leftOut }: RecordWrite,
  { outcome, result }: Written,
  index: number,
): RecordFields {
  const fields: RecordFields = {
    outcome,
    objectType,
    idProperty,
    idValue,
    objectWriteTraceId: traceId,
    ...(result as IDataObject),
  };
  fields.outcome = outcome;
  fields.objectType = objectType;
  fields.idProperty = idProperty;
  fields.idValue = idValue;
  fields.objectWriteTraceId = traceId;
  const replaced = superseded?.get(index);
  if (replaced) fields.superseded = [...replaced];
  const missing = leftOut?.get(index);
  if (missing) fields.leftOut = missing.map((each) => ({ ...each }));
  return fields;
}
