/** Paths of HubSpot's API, relative to the credential's `baseUrl`. Source: HubSpot's OpenAPI files. */

import type { ObjectTypePair } from './types';

/** `v3` is supported until September 2027; `2026-09` is its dated twin. */
export type ApiVersion = 'v3' | '2026-09';

/** What the node asks HubSpot for, beside what stands behind an object type. */
type Api =
  | 'objects'
  | 'associations'
  | 'properties'
  | 'schemas'
  | 'owners'
  | 'pipelines'
  | 'account'
  | 'grants';

/**
 * Each API in each version. Beside v3 of all else stands v4 of associations, which ends on 2027-03-30,
 * half a year before v3 (HubSpot, changelog). To leave it then, put the path of its dated twin into its
 * place, which does the same.
 */
const PATHS: Record<ApiVersion, Record<Api, string>> = {
  v3: {
    objects: '/crm/v3/objects',
    associations: '/crm/v4/associations',
    properties: '/crm/v3/properties',
    schemas: '/crm-object-schemas/v3/schemas',
    owners: '/crm/v3/owners',
    pipelines: '/crm/v3/pipelines',
    account: '/account-info/v3/details',
    grants: '/oauth/v3/token',
  },
  '2026-09': {
    objects: '/crm/objects/2026-09',
    associations: '/crm/associations/2026-09',
    properties: '/crm/properties/2026-09',
    schemas: '/crm-object-schemas/2026-09/schemas',
    owners: '/crm/owners/2026-09',
    pipelines: '/crm/pipelines/2026-09',
    account: '/account-info/2026-09/details',
    grants: '/oauth/2026-09/token',
  },
};

/** HubSpot refuses a batch with more inputs (OpenAPI: batch upsert and batch read). */
export const MAX_BATCH_SIZE = 100;

/** `POST`: create records of one object type, update them, or whichever each of them needs. */
export function batchWritePath(
  apiVersion: ApiVersion,
  objectType: string,
  operation: 'upsert' | 'create' | 'update',
): string {
  return `${PATHS[apiVersion].objects}/${encodeURIComponent(objectType)}/batch/${operation}`;
}

/** `POST`: read records of one object type. */
export function batchReadPath(apiVersion: ApiVersion, objectType: string): string {
  return `${PATHS[apiVersion].objects}/${encodeURIComponent(objectType)}/batch/read`;
}

/** `POST`: search for records of one object type. */
export function searchPath(apiVersion: ApiVersion, objectType: string): string {
  return `${PATHS[apiVersion].objects}/${encodeURIComponent(objectType)}/search`;
}

/** What HubSpot's search takes and gives at most (HubSpot, "Search the CRM"). */
export const MAX_SEARCHED_VALUES = 100;
export const SEARCH_PAGE = 200;
export const MAX_SEARCH_RESULTS = 10_000;

/** `GET`: every property definition of an object type, in one answer unless it says where the next page begins. */
export function propertiesPath(apiVersion: ApiVersion, objectType: string): string {
  return `${PATHS[apiVersion].properties}/${encodeURIComponent(objectType)}`;
}

/** `GET`: a page of the account's owners. */
export function ownersPath(apiVersion: ApiVersion): string {
  return PATHS[apiVersion].owners;
}

/** Owners in one page at most. */
export const MAX_OWNERS = 500;

/** `GET`: every pipeline of an object type with its stages, in one answer. */
export function pipelinesPath(apiVersion: ApiVersion, objectType: string): string {
  return `${PATHS[apiVersion].pipelines}/${encodeURIComponent(objectType)}`;
}

/** `GET`: the account's custom objects. */
export function schemasPath(apiVersion: ApiVersion): string {
  return PATHS[apiVersion].schemas;
}

/** `GET`: the account that a credential belongs to, which any credential may see. */
export function accountPath(apiVersion: ApiVersion): string {
  return PATHS[apiVersion].account;
}

/** `POST`: access tokens of OAuth; version 1 ends on 2027-02-16 (HubSpot, changelog). */
export function tokenPath(apiVersion: ApiVersion): string {
  return PATHS[apiVersion].grants;
}

/**
 * Pairs of records in one request. HubSpot documents 2,000 and reports of users say 100, beyond which
 * it answers 400 (facts collected in November 2026).
 */
export const MAX_PAIRS = 100;

/** Records whose associations one request reads (HubSpot's changelog, February 2025). */
export const MAX_ASSOCIATIONS_READ = 1_000;

/** `POST`: associate pairs of records, by the default association or by the types that each pair names. */
export function associatePath(
  apiVersion: ApiVersion,
  types: ObjectTypePair,
  isDefault: boolean,
): string {
  const base = associationsPath(apiVersion, types);
  return isDefault ? `${base}/batch/associate/default` : `${base}/batch/create`;
}

/** `POST`: read what records of the one type are associated with. */
export function associationsReadPath(apiVersion: ApiVersion, types: ObjectTypePair): string {
  return `${associationsPath(apiVersion, types)}/batch/read`;
}

/** `GET`: the associations that records of two object types can have, in one answer. */
export function associationLabelsPath(apiVersion: ApiVersion, types: ObjectTypePair): string {
  return `${associationsPath(apiVersion, types)}/labels`;
}

function associationsPath(
  apiVersion: ApiVersion,
  { fromObjectType, toObjectType }: ObjectTypePair,
): string {
  const [from, to] = [fromObjectType, toObjectType].map(encodeURIComponent);
  return `${PATHS[apiVersion].associations}/${from}/${to}`;
}
