import { Refusal, json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { notFound } from '../answers/errors';
import { normalizationWarnings, readResult, writtenResult } from '../answers/records';
import { wholeBatchRefused } from '../answers/writeProblems';
import type { CrmRecord, ObjectTable } from '../crm/objectTable';
import { planWrites } from '../crm/writePlan';
import type { Hubspot } from '../hubspotState';
import { writeInput } from './batchInputs';
import type { ApiVersion, Call } from './endpoint';
import { missing, objectTable } from './objectTable';

/** `GET …/{objectType}/{objectId}`, by record id or by the query's `idProperty`. */
export function readRecord(call: Call, hubspot: Hubspot): Answer {
  const table = objectTable(hubspot, call);
  const record = requestedRecord(table, call, hubspot);
  const names = call.query.properties?.split(',') ?? [...record.properties.keys()];
  return json(200, readResult(table, record, names));
}

/** `PATCH …/{objectType}/{objectId}`. */
export function updateRecord(version: ApiVersion) {
  return (call: Call, hubspot: Hubspot): Answer => {
    const table = objectTable(hubspot, call);
    const { id } = requestedRecord(table, call, hubspot);
    const body: object = typeof call.body === 'object' && call.body !== null ? call.body : {};
    const input = writeInput({ ...body, id, idProperty: undefined });
    const [write] = planWrites(table, [input], {
      operation: 'update',
      enforceRequired: hubspot.options.requiredIn.includes(version),
      refuseEmpty: hubspot.options.emptyWrites === 'refused',
      takesOldIds: true,
      newRecordId: () => hubspot.crm.newRecordId(),
    });
    if (write?.kind !== 'write') {
      return wholeBatchRefused(
        table.type,
        write === undefined ? [] : [write.problem],
        hubspot.options,
      );
    }
    const at = new Date(hubspot.options.now()).toISOString();
    const result = writtenResult(table, table.write(id, write.changes, at), write, hubspot.options);
    const warnings = version === '2026-09' ? normalizationWarnings(write) : [];
    return {
      ...json(200, warnings.length > 0 ? { ...result, warnings } : result),
      written: [id],
    };
  };
}

function requestedRecord(table: ObjectTable, call: Call, hubspot: Hubspot): CrmRecord {
  const record = table.find(call.query.idProperty, call.params.objectId ?? '');
  if (record !== undefined) return record;
  throw new Refusal(missing(hubspot, call, notFound('resource not found')));
}
