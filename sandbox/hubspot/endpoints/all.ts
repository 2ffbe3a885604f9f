import { ACCOUNT_DETAILS } from '../account';
import { json } from '../answers/answer';
import { archiveProperty, batchArchive } from './archive';
import { listAssociationLabels } from './associationLabels';
import { associateDefault, associateLabelled } from './associations';
import { readAssociations } from './associationsRead';
import { batchRead } from './batchRead';
import { batchCreate, batchUpdate, batchUpsert } from './batchWrite';
import type { ApiVersion, Endpoint } from './endpoint';
import { legacyCreateOrUpdate, legacyProfile } from './legacyContacts';
import { merge } from './merge';
import { decideConsent, showConsent } from './oauthAuthorize';
import { issueToken } from './oauthToken';
import { listOwners } from './owners';
import { listPipelines } from './pipelines';
import { createProperty, listProperties } from './properties';
import { listSchemas } from './schemas';
import { searchRecords } from './search';
import { readRecord, updateRecord } from './singleRecord';

type Row = [
  operation: string,
  method: Endpoint['method'],
  path: string,
  needs: Endpoint['needs'],
  answer: Endpoint['answer'],
];

/** Where HubSpot's file of v4 has the labels; its docs have them beside the batches. */
const OTHER_LABELS = '/crm/associations/v4/:fromObjectType/:toObjectType/labels';

/** The contacts API before v3. */
const LEGACY_CONTACT = '/contacts/v1/contact';
const BY_EMAIL = `${LEGACY_CONTACT}/createOrUpdate/email/:email`;
const BY_VID = `${LEGACY_CONTACT}/vid/:vid/profile`;

/** All that the sandbox answers. Source of the paths: HubSpot's OpenAPI files. */
export const ENDPOINTS: Endpoint[] = [
  ...objectEndpoints('/crm/v3/objects', 'v3'),
  ...objectEndpoints('/crm/objects/2026-09', '2026-09'),
  ...associationEndpoints('/crm/v4/associations', 'v3'),
  ...associationEndpoints('/crm/associations/2026-09', '2026-09'),
  ...settingsEndpoints({
    properties: '/crm/v3/properties',
    schemas: '/crm-object-schemas/v3/schemas',
    owners: '/crm/v3/owners',
    pipelines: '/crm/v3/pipelines',
    account: '/account-info/v3/details',
    token: '/oauth/v3/token',
  }),
  ...settingsEndpoints({
    properties: '/crm/properties/2026-09',
    schemas: '/crm-object-schemas/2026-09/schemas',
    owners: '/crm/owners/2026-09',
    pipelines: '/crm/pipelines/2026-09',
    account: '/account-info/2026-09/details',
    token: '/oauth/2026-09/token',
  }),
  ...rows([
    ['schemas', 'GET', '/crm/v3/schemas', 'readSchemas', listSchemas],
    ['associationLabels', 'GET', OTHER_LABELS, 'readProperties', listAssociationLabels],
    ['legacyUpsert', 'POST', BY_EMAIL, 'writeRecords', legacyCreateOrUpdate],
    ['legacyRead', 'GET', BY_VID, 'readRecords', legacyProfile],
    ['authorize', 'GET', '/oauth/authorize', undefined, showConsent],
    ['authorize', 'POST', '/oauth/authorize', undefined, decideConsent],
    ['token', 'POST', '/oauth/v1/token', undefined, issueToken],
  ]),
];

function objectEndpoints(base: string, version: ApiVersion): Endpoint[] {
  const batch = `${base}/:objectType/batch`;
  const single = `${base}/:objectType/:objectId`;
  return rows([
    ['upsert', 'POST', `${batch}/upsert`, 'writeRecords', batchUpsert(version)],
    ['create', 'POST', `${batch}/create`, 'writeRecords', batchCreate(version)],
    ['update', 'POST', `${batch}/update`, 'writeRecords', batchUpdate(version)],
    ['archive', 'POST', `${batch}/archive`, 'writeRecords', batchArchive],
    ['read', 'POST', `${batch}/read`, 'readRecords', batchRead],
    ['merge', 'POST', `${base}/:objectType/merge`, 'writeRecords', merge],
    ['search', 'POST', `${base}/:objectType/search`, 'readRecords', searchRecords],
    ['readOne', 'GET', single, 'readRecords', readRecord],
    ['updateOne', 'PATCH', single, 'writeRecords', updateRecord(version)],
  ]);
}

function associationEndpoints(base: string, version: ApiVersion): Endpoint[] {
  const pair = `${base}/:fromObjectType/:toObjectType`;
  const batch = `${pair}/batch`;
  return rows([
    ['associate', 'POST', `${batch}/associate/default`, 'writeRecords', associateDefault(version)],
    ['associate', 'POST', `${batch}/create`, 'writeRecords', associateLabelled(version)],
    ['readAssociations', 'POST', `${batch}/read`, 'readRecords', readAssociations(version)],
    ['associationLabels', 'GET', `${pair}/labels`, 'readProperties', listAssociationLabels],
  ]);
}

/** What is no record, in one version of the API. */
function settingsEndpoints(
  at: Record<'properties' | 'schemas' | 'owners' | 'pipelines' | 'account' | 'token', string>,
): Endpoint[] {
  const properties = `${at.properties}/:objectType`;
  return rows([
    ['properties', 'GET', properties, 'readProperties', listProperties],
    ['createProperty', 'POST', properties, 'writeProperties', createProperty],
    [
      'archiveProperty',
      'DELETE',
      `${properties}/:propertyName`,
      'writeProperties',
      archiveProperty,
    ],
    ['schemas', 'GET', at.schemas, 'readSchemas', listSchemas],
    ['owners', 'GET', at.owners, 'readOwners', listOwners],
    ['pipelines', 'GET', `${at.pipelines}/:objectType`, 'readPipelines', listPipelines],
    ['account', 'GET', at.account, 'account', () => json(200, ACCOUNT_DETAILS)],
    ['token', 'POST', at.token, undefined, issueToken],
  ]);
}

function rows(list: Row[]): Endpoint[] {
  return list.map(([operation, method, path, needs, answer]) => ({
    operation,
    method,
    path,
    needs,
    answer,
  }));
}
