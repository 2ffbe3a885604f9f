import type { IDataObject } from 'n8n-workflow';
import type { RecordWrite } from './record';
import type { Foreseen, LeftAlone, Written } from './outcome';

/** What a Success item tells of its record: what was done with it, and all that HubSpot returned. */
export interface RecordFields extends IDataObject {
  outcome: (Written | LeftAlone | Foreseen)['outcome'];
}

/**
 * Puts together what the items of a record are to carry. It is held from the answer to the end of
 * the run, in the place of the answer's own object. Should HubSpot return a field of the same name
 * as the node's own, the node's holds.
 */
export function recordFields(
  write: RecordWrite,
  end: Written | LeftAlone | Foreseen,
  index: number,
): RecordFields {
  const { target, id: idValue, traceId, superseded, leftOut, changes } = write;
  const { objectType, idProperty } = target;
  const { outcome, result } = end;
  const fields: RecordFields = {
    outcome,
    ...('reason' in end ? { reason: end.reason } : undefined),
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
  if (changes) fields.changes = structuredClone(changes);
  const replaced = superseded?.get(index);
  if (replaced) fields.superseded = [...replaced];
  const missing = leftOut?.get(index);
  if (missing) fields.leftOut = missing.map((each) => ({ ...each }));
  return fields;
}
