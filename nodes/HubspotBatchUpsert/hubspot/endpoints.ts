import type { ObjectTypePair } from './types';

/** Paths of HubSpot's API, relative to the credential's `baseUrl`. Source: HubSpot's OpenAPI files. */

/** `v3` is supported until September 2027; `2026-09` is its dated twin. */
export type ApiVersion = 'v3' | '2026-09';

const OBJECTS: Record<ApiVersion, string> = {
  v3: '/crm/v3/objects',
  '2026-09': '/crm/objects/2026-09',
};

/**
 * Beside v3 of all else stands v4 of associations, which ends on 2027-03-30, half a year before v3
 * (HubSpot, changelog). To leave it then, put the path of its dated twin here, which does the same.
 */
const ASSOCIATIONS: Record<ApiVersion, string> = {
  v3: '/crm/v4/associations',
  '2026-09': '/crm/associations/2026-09',
};

/** HubSpot refuses a batch with more inputs (OpenAPI: batch upsert and batch read). */
export const MAX_BATCH_SIZE = 100;

/** `POST`: create records of one object type, update them, or whichever each of them needs. */
export function batchWritePath(
  apiVersion: ApiVersion,
  objectType: string,
  operation: 'upsert' | 'create' | 'update',
): string {
  return `${OBJECTS[apiVersion]}/${encodeURIComponent(objectType)}/batch/${operation}`;
}

/** `POST`: read records of one object type. */
export function batchReadPath(apiVersion: ApiVersion, objectType: string): string {
  return `${OBJECTS[apiVersion]}/${encodeURIComponent(objectType)}/batch/read`;
}

/** `POST`: search for records of one object type. */
export function searchPath(apiVersion: ApiVersion, objectType: string): string {
  return `${OBJECTS[apiVersion]}/${encodeURIComponent(objectType)}/search`;
}

/** What HubSpot's search takes and gives at most (HubSpot, "Search the CRM"). */
export const MAX_SEARCHED_VALUES = 100;
export const SEARCH_PAGE = 200;
export const MAX_SEARCH_RESULTS = 10_000;

/** `GET`: every property definition of an object type, in one answer unless it says where the next page begins. */
export function propertiesPath(objectType: string): string {
  return `/crm/v3/properties/${encodeURIComponent(objectType)}`;
}

/** `GET`: a page of the account's owners. */
export function ownersPath(apiVersion: ApiVersion): string {
  return apiVersion === 'v3' ? '/crm/v3/owners' : `/crm/owners/${apiVersion}`;
}

/** Owners in one page at most. */
export const MAX_OWNERS = 500;

/** `GET`: every pipeline of an object type with its stages, in one answer. */
export function pipelinesPath(apiVersion: ApiVersion, objectType: string): string {
  const base = apiVersion === 'v3' ? '/crm/v3/pipelines' : `/crm/pipelines/${apiVersion}`;
  return `${base}/${encodeURIComponent(objectType)}`;
}

/** `GET`: the account's custom objects. */
export const SCHEMAS_PATH = '/crm-object-schemas/v3/schemas';

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
  return `${ASSOCIATIONS[apiVersion]}/${from}/${to}`;
}
