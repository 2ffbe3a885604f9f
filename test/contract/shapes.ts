import {
  accountPath,
  associatePath,
  associationLabelsPath,
  associationsReadPath,
  batchReadPath,
  batchWritePath,
  ownersPath,
  pipelinesPath,
  propertiesPath,
  schemasPath,
  searchPath,
  tokenPath,
  type ApiVersion,
} from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';

/** Fields by their path, and the type of each. */
export type Fields = Readonly<Record<string, string>>;

/** One request of the node: what it sends, and what it reads in the answer. */
export interface Shape {
  method: 'GET' | 'POST';
  /** As the node asks for it, with HubSpot's names for what differs from request to request. */
  path: (apiVersion: ApiVersion) => string;
  query?: readonly string[];
  /** Of the body. A list that the node leaves empty is an `array`. */
  sends?: Fields;
  /** Of the answer where all or some went well. */
  reads?: Fields;
}

const TYPE = '{objectType}';
const TYPES = { fromObjectType: '{fromObjectType}', toObjectType: '{toObjectType}' };

const CONTENT: Fields = {
  'inputs[].properties{}': 'string',
  'inputs[].objectWriteTraceId': 'string',
};
const KEYED: Fields = { ...CONTENT, 'inputs[].id': 'string', 'inputs[].idProperty': 'string' };

const ERRORS: Fields = {
  'errors[].category': 'string',
  'errors[].message': 'string',
  'errors[].context{}[]': 'string',
  'errors[].errors[].message': 'string',
  'errors[].errors[].code': 'string',
  'errors[].errors[].in': 'string',
  'errors[].errors[].context{}[]': 'string',
};
const RECORDS: Fields = {
  'results[].id': 'string',
  'results[].properties{}': 'string',
  'results[].createdAt': 'string',
  'results[].updatedAt': 'string',
  'results[].archived': 'boolean',
  'results[].url': 'string',
};
const WRITTEN: Fields = {
  ...RECORDS,
  ...ERRORS,
  status: 'CANCELED|COMPLETE|PENDING|PROCESSING',
  'results[].objectWriteTraceId': 'string',
};
const ASSOCIATION_CATEGORIES = 'HUBSPOT_DEFINED|INTEGRATOR_DEFINED|USER_DEFINED|WORK';
const PAIR: Fields = { 'inputs[].from.id': 'string', 'inputs[].to.id': 'string' };

/** What the node relies on, by what it asks for. */
export const SHAPES: Readonly<Record<string, Shape>> = {
  upsert: {
    method: 'POST',
    path: (apiVersion) => batchWritePath(apiVersion, TYPE, 'upsert'),
    sends: KEYED,
    reads: { ...WRITTEN, 'results[].new': 'boolean' },
  },
  create: {
    method: 'POST',
    path: (apiVersion) => batchWritePath(apiVersion, TYPE, 'create'),
    sends: { ...CONTENT, 'inputs[].associations': 'array' },
    reads: WRITTEN,
  },
  update: {
    method: 'POST',
    path: (apiVersion) => batchWritePath(apiVersion, TYPE, 'update'),
    sends: KEYED,
    reads: WRITTEN,
  },
  read: {
    method: 'POST',
    path: (apiVersion) => batchReadPath(apiVersion, TYPE),
    sends: {
      'inputs[].id': 'string',
      idProperty: 'string',
      'properties[]': 'string',
      'propertiesWithHistory[]': 'string',
    },
    reads: { ...RECORDS, ...ERRORS },
  },
  search: {
    method: 'POST',
    path: (apiVersion) => searchPath(apiVersion, TYPE),
    sends: {
      'filterGroups[].filters[].propertyName': 'string',
      'filterGroups[].filters[].operator':
        'BETWEEN|CONTAINS_TOKEN|EQ|GT|GTE|HAS_PROPERTY|IN|LT|LTE|NEQ|NOT_CONTAINS_TOKEN|NOT_HAS_PROPERTY|NOT_IN',
      'filterGroups[].filters[].values[]': 'string',
      'properties[]': 'string',
      'sorts[]': 'string',
      limit: 'integer',
      after: 'string',
    },
    reads: { ...RECORDS, total: 'integer', 'paging.next.after': 'string' },
  },
  properties: {
    method: 'GET',
    path: (apiVersion) => propertiesPath(apiVersion, TYPE),
    query: ['dataSensitivity'],
    reads: {
      'results[].name': 'string',
      'results[].label': 'string',
      'results[].type': 'string',
      'results[].fieldType': 'string',
      'results[].options[].label': 'string',
      'results[].options[].value': 'string',
      'results[].options[].hidden': 'boolean',
      'results[].externalOptions': 'boolean',
      'results[].referencedObjectType': 'string',
      'results[].hasUniqueValue': 'boolean',
      'results[].hidden': 'boolean',
      'results[].archived': 'boolean',
      'results[].modificationMetadata.readOnlyValue': 'boolean',
    },
  },
  schemas: {
    method: 'GET',
    path: schemasPath,
    reads: {
      'results[].name': 'string',
      'results[].objectTypeId': 'string',
      'results[].fullyQualifiedName': 'string',
      'results[].labels.singular': 'string',
      'results[].labels.plural': 'string',
      'results[].requiredProperties[]': 'string',
      'results[].archived': 'boolean',
    },
  },
  owners: {
    method: 'GET',
    path: ownersPath,
    query: ['limit', 'after', 'archived'],
    reads: {
      'results[].id': 'string',
      'results[].email': 'string',
      'paging.next.after': 'string',
    },
  },
  pipelines: {
    method: 'GET',
    path: (apiVersion) => pipelinesPath(apiVersion, TYPE),
    reads: {
      'results[].id': 'string',
      'results[].label': 'string',
      'results[].archived': 'boolean',
      'results[].stages[].id': 'string',
      'results[].stages[].label': 'string',
      'results[].stages[].archived': 'boolean',
    },
  },
  'default associations': {
    method: 'POST',
    path: (apiVersion) => associatePath(apiVersion, TYPES, true),
    sends: PAIR,
    reads: { ...ERRORS, 'results[].from.id': 'string', 'results[].to.id': 'string' },
  },
  'labelled associations': {
    method: 'POST',
    path: (apiVersion) => associatePath(apiVersion, TYPES, false),
    sends: {
      ...PAIR,
      'inputs[].types[].associationCategory': ASSOCIATION_CATEGORIES,
      'inputs[].types[].associationTypeId': 'integer',
    },
    reads: { ...ERRORS, 'results[].fromObjectId': 'string', 'results[].toObjectId': 'string' },
  },
  'associations of records': {
    method: 'POST',
    path: (apiVersion) => associationsReadPath(apiVersion, TYPES),
    sends: { 'inputs[].id': 'string', 'inputs[].after': 'string' },
    reads: {
      ...ERRORS,
      'results[].from.id': 'string',
      'results[].to[].toObjectId': 'string',
      'results[].to[].associationTypes[].typeId': 'integer',
      'results[].paging.next.after': 'string',
    },
  },
  'association labels': {
    method: 'GET',
    // HubSpot's docs have them beside the batches, its file of v4 elsewhere.
    path: (apiVersion) =>
      apiVersion === 'v3'
        ? '/crm/associations/v4/{fromObjectType}/{toObjectType}/labels'
        : associationLabelsPath(apiVersion, TYPES),
    reads: {
      'results[].category': ASSOCIATION_CATEGORIES,
      'results[].typeId': 'integer',
      'results[].label': 'string',
    },
  },
  account: { method: 'GET', path: accountPath },
  // HubSpot declares no answer of 2026-09, and n8n reads that of either.
  token: {
    method: 'POST',
    path: tokenPath,
    sends: {
      client_id: 'string',
      client_secret: 'string',
      redirect_uri: 'string',
      code: 'string',
      refresh_token: 'string',
    },
  },
};

/** What it reads of a refusal, whatever it asked for. */
export const REFUSAL: Fields = {
  category: 'string',
  correlationId: 'string',
  message: 'string',
  subCategory: 'string',
  'context{}[]': 'string',
  'errors[].message': 'string',
  'errors[].code': 'string',
  'errors[].in': 'string',
  'errors[].context{}[]': 'string',
};
