import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { hasRecord, type FailedEntry, type Ledger, type RecordEntry } from '../model/ledger';
import type { Failure } from '../model/outcome';
import type { RecordFields } from '../model/recordFields';
import type { OutputForm } from '../model/settings';
import { asItemValue } from '../values/scalar';
import { Redacted } from './redacted';

/**
 * Lays every input item on exactly one of the two outputs, in input order, with its binary data
 * and its pairing. A failure travels in `json` alone: an item's own `error` member would make n8n
 * throw the rest of its JSON away. The ledger is empty afterwards.
 */
export function toOutputs(
  input: readonly INodeExecutionData[],
  ledger: Ledger,
  form: OutputForm,
): [success: INodeExecutionData[], error: INodeExecutionData[]] {
  const success: INodeExecutionData[] = [];
  const error: INodeExecutionData[] = [];
  const redacted = new Redacted();
  input.forEach((item, index) => {
    const entry = ledger.take(index);
    if (hasRecord(entry)) {
      const hubspot = recordOf(entry, redacted);
      const json = withFieldsOf(item, (fields) =>
        recordJson(fields, entry, hubspot, redacted, form),
      );
      (entry.notAssociated ? error : success).push(toItem(item, index, json));
    } else {
      error.push(
        toItem(
          item,
          index,
          withFieldsOf(item, (fields) => errorJson(fields, entry, redacted)),
        ),
      );
    }
  });
  return [success, error];
}

/** What HubSpot returned, without credentials, and what the node itself associated with it, which holds none. */
function recordOf({ hubspot, associations }: RecordEntry, redacted: Redacted): RecordFields {
  const record = redacted.record(hubspot);
  if (associations) record.associations = associations;
  return record;
}

/**
 * Nothing may throw once records are written: fields that cannot be copied (a getter that throws)
 * are left out.
 */
function withFieldsOf(
  { json }: INodeExecutionData,
  make: (fields: IDataObject) => IDataObject,
): IDataObject {
  try {
    return make(json);
  } catch {
    return make({});
  }
}

function toItem(
  { binary }: INodeExecutionData,
  index: number,
  json: IDataObject,
): INodeExecutionData {
  const pairedItem = { item: index };
  return binary ? { json, pairedItem, binary } : { json, pairedItem };
}

function recordJson(
  json: IDataObject,
  { notAssociated }: RecordEntry,
  hubspot: RecordFields,
  redacted: Redacted,
  form: OutputForm,
): IDataObject {
  if (form === 'record' && !notAssociated) return hubspot;
  const fields = ownFields(json);
  if (notAssociated) {
    fields.hubspotError = errorFields(notAssociated, hubspot, redacted);
  }
  fields.hubspot = hubspot;
  return fields;
}

/**
 * A copy of the item's fields without an earlier run's error, which is either fixed by now or told anew. A
 * spread would do, but gives each copy that gets another field a hidden class, four times its size.
 */
function ownFields(json: IDataObject): IDataObject {
  const { hubspotError, ...fields } = json;
  return fields;
}

function errorJson(json: IDataObject, entry: FailedEntry, redacted: Redacted): IDataObject {
  const { failure, target, id, traceId } = entry;
  const fields = ownFields(json);
  fields.hubspotError = errorFields(
    failure,
    {
      objectType: target?.objectType ?? null,
      idProperty: target?.idProperty ?? null,
      idValue: id ?? null,
      objectWriteTraceId: traceId,
    },
    redacted,
  );
  return fields;
}

/** What to fix comes first, where the editor's table shows it. */
function errorFields(
  { kind, message, property, value, refusedValues, ...facts }: Failure,
  { objectType, idProperty, idValue, objectWriteTraceId }: IDataObject,
  redacted: Redacted,
): IDataObject {
  return {
    ...(redacted.fieldsOf({ message, property }) as IDataObject),
    value: asItemValue(value) as IDataObject,
    ...(redacted.fieldsOf(facts) as IDataObject),
    objectType,
    idProperty,
    idValue,
    objectWriteTraceId,
  };
}
