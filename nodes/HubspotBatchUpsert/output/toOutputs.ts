import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { OutputForm } from '../input/settings';
import type { Entry, Ledger } from '../outcome/ledger';
import type { Failure, Written } from '../outcome/outcome';
import { asItemValue } from '../values/scalar';

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
  for (const [index, item] of input.entries()) {
    const entry = ledger.take(index);
    const { outcome } = entry;
    if (outcome.kind === 'written') {
      success.push(toItem(item, index, successJson(item.json, entry, outcome, form)));
    } else error.push(toItem(item, index, errorJson(item.json, entry, outcome)));
  }
  return [success, error];
}

function toItem(
  { binary }: INodeExecutionData,
  index: number,
  json: IDataObject,
): INodeExecutionData {
  const pairedItem = { item: index };
  return binary ? { json, pairedItem, binary } : { json, pairedItem };
}

function successJson(
  json: IDataObject,
  entry: Entry,
  written: Written,
  form: OutputForm,
): IDataObject {
  const hubspot = hubspotFields(entry, written);
  if (form === 'record') return hubspot;
  const fields = ownFields(json);
  fields.hubspot = hubspot;
  return fields;
}

/**
 * A copy of the item's fields without an earlier run's error, which is mended now or told anew. A
 * spread would do, but gives each copy that gets another field a hidden class, four times its size.
 */
function ownFields(json: IDataObject): IDataObject {
  const { hubspotError, ...fields } = json;
  return fields;
}

/** Should HubSpot return a field of the same name, the node's own holds. */
function hubspotFields(entry: Entry, { outcome, result }: Written): IDataObject {
  const { objectType, idProperty, id: idValue, traceId } = entry;
  const fields: IDataObject = {
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
  return fields;
}

/** What to mend comes first, where the editor's table shows it. */
function errorJson(json: IDataObject, entry: Entry, failure: Failure): IDataObject {
  const { kind, message, property, value, ...facts } = failure;
  const hubspotError: IDataObject = {
    message,
    property,
    value: asItemValue(value) as IDataObject,
    ...(facts as unknown as IDataObject),
    objectType: entry.objectType ?? null,
    idProperty: entry.idProperty ?? null,
    idValue: entry.id ?? null,
    objectWriteTraceId: entry.traceId,
  };
  const fields = ownFields(json);
  fields.hubspotError = hubspotError;
  return fields;
}
