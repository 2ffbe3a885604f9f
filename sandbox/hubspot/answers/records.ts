import { PORTAL_ID } from '../account';
import type { CrmRecord, ObjectTable } from '../crm/objectTable';
import type { PlannedWrite } from '../crm/writePlan';
import type { SandboxOptions } from '../options';

type Written = Extract<PlannedWrite, { kind: 'write' }>;

/** A record in an answer (OpenAPI: SimplePublicObject, SimplePublicUpsertObject). */
export interface RecordResult {
  id: string;
  properties: Record<string, string | null>;
  createdAt: string;
  updatedAt: string;
  archived: boolean;
  url: string;
  objectWriteTraceId?: string;
  warnings?: unknown[];
}

/** A record with the given property values, and those that HubSpot always adds. */
function recordResult(
  { type }: ObjectTable,
  record: CrmRecord,
  properties: Iterable<readonly [string, string | null]>,
): RecordResult {
  return {
    id: record.id,
    properties: Object.fromEntries([
      ...properties,
      [type.createdProperty, record.createdAt],
      [type.modifiedProperty, record.updatedAt],
      ['hs_object_id', record.id],
    ]),
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
    archived: false,
    url: `https://app.hubspot.com/contacts/${PORTAL_ID}/record/${type.objectTypeId}/${record.id}`,
  };
}

/** The result of a write: the sent properties as they are stored now. */
export function writtenResult(
  table: ObjectTable,
  record: CrmRecord,
  { changes, input }: Written,
  { keyInResults }: Pick<SandboxOptions, 'keyInResults'>,
) {
  if (keyInResults === 'ofCreated') return recordResult(table, record, changes);
  const sent = [...changes].filter(([name]) => input.properties.has(name));
  const { idProperty = 'hs_object_id' } = input;
  const key = record.properties.get(idProperty);
  return keyInResults === 'always' && key !== undefined
    ? recordResult(table, record, [...sent, [idProperty, key]])
    : recordResult(table, record, [...sent, ['hs_object_source', 'INTEGRATION']]);
}

/** The result of a read: the asked properties, null where the record has no value. */
export function readResult(table: ObjectTable, record: CrmRecord, names: readonly string[]) {
  const known = names.filter((name) => table.definitions.has(name));
  const values = known.map((name) => [name, record.properties.get(name) ?? null] as const);
  return recordResult(table, record, values);
}

/** `warnings` of the 2026-09 version (OpenAPI: PublicObjectWarning). */
export function normalizationWarnings({ normalized }: Written) {
  return normalized.map(({ name, sent, stored }) => ({
    category: 'PROPERTY_VALUE_NORMALIZED',
    message: `The value of property "${name}" was normalized`,
    context: { propertyName: name, originalValue: sent, normalizedValue: stored },
  }));
}
