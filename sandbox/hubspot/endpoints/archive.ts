import type { Answer } from '../answers/answer';
import { notFound } from '../answers/errors';
import type { Hubspot } from '../hubspotState';
import { inputId, rawInputs } from './batchInputs';
import type { Call } from './endpoint';
import { missing, objectTable } from './objectTable';

/** `POST …/batch/archive`: records by record id; those that are not there are passed over. */
export function batchArchive(call: Call, hubspot: Hubspot): Answer {
  const { type } = objectTable(hubspot, call);
  for (const raw of rawInputs(call.body, hubspot.options.batchSizeLimit)) {
    hubspot.crm.remove(type.objectTypeId, inputId(raw));
  }
  return noContent();
}

/** `DELETE /crm/v3/properties/{objectType}/{propertyName}`. */
export function archiveProperty(call: Call, hubspot: Hubspot): Answer {
  const isThere = objectTable(hubspot, call).undefine(call.params.propertyName ?? '');
  return isThere ? noContent() : missing(hubspot, call, notFound('resource not found'));
}

function noContent(): Answer {
  return { status: 204, body: '', contentType: 'application/json' };
}
