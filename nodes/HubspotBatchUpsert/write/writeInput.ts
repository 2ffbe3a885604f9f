import { isContactEmail, isWritable } from '../hubspot/propertyDefinitions';
import type { WriteInput } from '../hubspot/types';
import type { RecordWrite, WriteOperation } from '../model/record';
import type { Target } from '../model/target';

/** The record as a request of the operation names it. */
export function toWriteInput(
  { id, recordId, target, properties, traceId }: RecordWrite,
  operation: WriteOperation,
): WriteInput {
  const { idProperty, objectType, lookup } = target;
  const named = { [idProperty]: id, ...properties };
  switch (operation) {
    case 'create':
      return { properties: named, objectWriteTraceId: traceId, associations: [] };
    case 'update':
      // Contacts are updated by their record ids, says HubSpot's guide, and users met the refusal.
      return lookup === 'key' && !isContactEmail(objectType, idProperty)
        ? { id, idProperty, properties, objectWriteTraceId: traceId }
        : { id: recordId, properties, objectWriteTraceId: traceId };
    case 'upsert': {
      const sent = sendsKey(target, properties) ? named : properties;
      return { id, idProperty, properties: sent, objectWriteTraceId: traceId };
    }
  }
}

/**
 * The key stands among the properties, too, so that HubSpot returns it with the result. An e-mail
 * address stands there only where nothing else does, since an additional address of a contact would
 * become the primary one; but HubSpot refuses an update of nothing.
 */
function sendsKey({ objectType, idProperty, definitions }: Target, properties: object): boolean {
  if (isContactEmail(objectType, idProperty)) return Object.keys(properties).length === 0;
  const definition = definitions?.get(idProperty);
  return definition === undefined || isWritable(definition);
}
