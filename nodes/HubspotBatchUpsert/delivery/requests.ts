import type { IDataObject } from 'n8n-workflow';
import {
  associatePath,
  associationLabelsPath,
  associationsReadPath,
  batchReadPath,
  batchWritePath,
  MAX_OWNERS,
  MAX_SEARCHED_VALUES,
  ownersPath,
  pipelinesPath,
  propertiesPath,
  SEARCH_PAGE,
  searchPath,
  type ApiVersion,
} from '../hubspot/endpoints';
import type { AssociationInput, ObjectTypePair, WriteInput } from '../hubspot/types';
import type { HubspotRequest } from '../http/request';
import { inParts } from '../model/batch';

/** A request before it is known when it may leave, and how long it may take. */
export type ApiRequest = Omit<HubspotRequest, 'timeoutMs'>;

/** What the node asks of HubSpot: one function for each kind of request. */
export interface Requests {
  /** @param after Where a page begins; undefined stands for the first one. */
  properties: (objectType: string, dataSensitivity?: string, after?: string) => ApiRequest;
  /** @param areArchived Asks for those who are no owners any more, and for no others. */
  owners: (areArchived: boolean, after?: string) => ApiRequest;
  pipelines: (objectType: string) => ApiRequest;
  upsert: (objectType: string, inputs: readonly WriteInput[]) => ApiRequest;
  create: (objectType: string, inputs: readonly WriteInput[]) => ApiRequest;
  update: (objectType: string, inputs: readonly WriteInput[]) => ApiRequest;
  read: (objectType: string, query: ReadQuery) => ApiRequest;
  search: (objectType: string, query: SearchQuery, after?: string) => ApiRequest;
  /** @param inputs All of them name types, or none does: these get the default association. */
  associate: (types: ObjectTypePair, inputs: readonly AssociationInput[]) => ApiRequest;
  readAssociations: (types: ObjectTypePair, from: readonly ReadFrom[]) => ApiRequest;
  associationLabels: (types: ObjectTypePair) => ApiRequest;
}

export interface ReadQuery {
  /** Left out: the ids are record ids. */
  idProperty?: string;
  ids: readonly string[];
  properties: readonly string[];
}

interface SearchQuery {
  property: string;
  /** Records are found that have one of them; HubSpot takes five times a hundred. */
  values: readonly string[];
}

/** One record, or where the next page of its associations begins. */
export interface ReadFrom {
  id: string;
  after?: string;
}

export function requestsOf(apiVersion: ApiVersion): Requests {
  return {
    properties: (objectType, dataSensitivity, after) =>
      get(propertiesPath(apiVersion, objectType), { dataSensitivity, after }),
    owners: (areArchived, after) =>
      get(ownersPath(apiVersion), { limit: MAX_OWNERS, archived: areArchived, after }),
    pipelines: (objectType) => get(pipelinesPath(apiVersion, objectType)),
    upsert: (objectType, inputs) => post(batchWritePath(apiVersion, objectType, 'upsert'), inputs),
    create: (objectType, inputs) => post(batchWritePath(apiVersion, objectType, 'create'), inputs),
    update: (objectType, inputs) => post(batchWritePath(apiVersion, objectType, 'update'), inputs),
    read: (objectType, { idProperty, ids, properties }) =>
      post(
        batchReadPath(apiVersion, objectType),
        ids.map((id) => ({ id })),
        { idProperty, properties: [...properties], propertiesWithHistory: [] },
      ),
    search: (objectType, query, after) => ({
      method: 'POST',
      path: searchPath(apiVersion, objectType),
      body: toSearch(query, after),
    }),
    associate: (types, inputs) =>
      post(associatePath(apiVersion, types, inputs[0]?.types === undefined), inputs),
    readAssociations: (types, from) => post(associationsReadPath(apiVersion, types), from),
    associationLabels: (types) => get(associationLabelsPath(apiVersion, types)),
  };
}

/** HubSpot lists the oldest records first, so that none moves to another page while they are read. */
function toSearch({ property, values }: SearchQuery, after = FIRST_PAGE): IDataObject {
  const filters = inParts(values, MAX_SEARCHED_VALUES).map((part) => [
    { propertyName: property, operator: 'IN', values: part },
  ]);
  return {
    filterGroups: filters.map((ofGroup) => ({ filters: ofGroup })),
    properties: [property],
    sorts: [],
    limit: SEARCH_PAGE,
    after,
  };
}

const FIRST_PAGE = '0';

function get(path: string, query?: IDataObject): ApiRequest {
  return { method: 'GET', path, query };
}

function post(path: string, inputs: readonly object[], more: IDataObject = {}): ApiRequest {
  return { method: 'POST', path, body: { ...more, inputs: inputs as IDataObject[] } };
}
