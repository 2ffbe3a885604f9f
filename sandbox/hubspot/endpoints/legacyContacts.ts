import { PORTAL_ID } from '../account';
import { Refusal, json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { errorBody, notFound } from '../answers/errors';
import { wholeBatchRefused } from '../answers/writeProblems';
import type { CrmRecord, ObjectTable } from '../crm/objectTable';
import { planWrites } from '../crm/writePlan';
import type { WriteProblem } from '../crm/writePlan';
import type { Hubspot } from '../hubspotState';
import { isObject, textOf } from '../json';
import { propertyValues } from './batchInputs';
import type { Call } from './endpoint';

/**
 * `POST /contacts/v1/contact/createOrUpdate/email/{email}` of HubSpot's contacts API v1, which n8n's
 * built-in HubSpot node still writes contacts with. What it sends and reads is known from that node's
 * source (n8n nodes-base, Hubspot/V2, resource contact, operation upsert); the answers are those of
 * legacydocs.hubspot.com/docs/methods/contacts/create_or_update.
 */
export function legacyCreateOrUpdate(call: Call, hubspot: Hubspot): Answer {
  const contacts = contactTable(hubspot);
  const input = {
    id: call.params.email ?? '',
    idProperty: 'email',
    objectWriteTraceId: undefined,
    properties: listedProperties(call.body),
  };
  const [write] = planWrites(contacts, [input], {
    operation: 'upsert',
    enforceRequired: false,
    refuseEmpty: false,
    takesOldIds: true,
    newRecordId: () => hubspot.crm.newRecordId(),
  });
  if (write?.kind !== 'write') {
    const problem = write?.problem ?? { kind: 'nothingToWrite' };
    return refused(contacts, problem, hubspot);
  }
  const { id } = contacts.write(
    write.recordId,
    write.changes,
    new Date(hubspot.options.now()).toISOString(),
  );
  return { ...json(200, { vid: Number(id), isNew: write.isNew }), written: [id] };
}

/** `GET /contacts/v1/contact/vid/{vid}/profile`, by which that node reads what it has written. */
export function legacyProfile(call: Call, hubspot: Hubspot): Answer {
  const record = contactTable(hubspot).records.get(call.params.vid ?? '');
  if (record === undefined) throw new Refusal(notFound('contact does not exist'));
  const vid = Number(record.id);
  return json(200, {
    vid,
    'canonical-vid': vid,
    'merged-vids': [],
    'portal-id': PORTAL_ID,
    'is-contact': true,
    properties: versioned(record),
    'form-submissions': [],
    'list-memberships': [],
    'identity-profiles': [],
    'merge-audits': [],
  });
}

function contactTable({ crm }: Hubspot): ObjectTable {
  const table = crm.table('contacts');
  if (table === undefined) throw new Error('The sandbox has no contacts');
  return table;
}

/** The properties of a body that lists each with its value. */
function listedProperties(body: unknown): Map<string, string> {
  const listed = isObject(body) && Array.isArray(body.properties) ? body.properties : [];
  const entries = (listed as unknown[]).filter(isObject);
  return propertyValues(
    Object.fromEntries(entries.map(({ property, value }) => [textOf(property) ?? '', value])),
  );
}

/** Values that do not fit stand in `validationResults`; anything else is told as v3 tells it. */
function refused({ type }: ObjectTable, problem: WriteProblem, { options }: Hubspot): Answer {
  if (problem.kind !== 'values') return wholeBatchRefused(type, [problem], options);
  const validationResults = problem.problems.map(({ message, error, name }) => ({
    isValid: false,
    message,
    error,
    name,
  }));
  return json(400, errorBody('Property values were not valid', { validationResults }));
}

function versioned({ properties, updatedAt }: CrmRecord) {
  const timestamp = Date.parse(updatedAt);
  return Object.fromEntries(
    Array.from(properties, ([name, value]) => [
      name,
      { value, versions: [{ value, timestamp, 'source-type': 'API', selected: false }] },
    ]),
  );
}
