/**
 * HubSpot's own shapes, as its OpenAPI files declare them (CRM objects v3 and 2026-09, properties,
 * schemas). Whatever HubSpot sends may lack any field, so everything read is optional; what the
 * node writes is complete.
 */

/** Property values of a record: internal property name to value. HubSpot stores text only. */
export type PropertyValues = Record<string, string>;

/** One entry of `inputs` in a batch upsert, create or update. The node sends a trace id with every one. */
export interface WriteInput {
  /** Not where the record is created. */
  id?: string;
  /** Left out: the id is the record's own. */
  idProperty?: string;
  properties: PropertyValues;
  objectWriteTraceId: string;
  /** Where the record is created HubSpot's files ask for them; the node makes them afterwards. */
  associations?: readonly never[];
}

/** Two object types whose records are associated; the direction counts for labels. */
export interface ObjectTypePair {
  fromObjectType: string;
  toObjectType: string;
}

/** A kind of association between two object types (OpenAPI: AssociationSpec). */
export interface AssociationType {
  associationCategory: string;
  associationTypeId: number;
}

/** One entry of `inputs` where records are associated; without types it asks for the default one. */
export interface AssociationInput {
  from: { id: string };
  to: { id: string };
  types?: readonly AssociationType[];
}

/** One entry of `results` in the answer to a batch write, a batch read or a search. */
export interface RecordResult {
  id?: string;
  new?: boolean;
  properties?: Record<string, unknown>;
  propertiesWithHistory?: unknown;
  createdAt?: string;
  updatedAt?: string;
  archived?: boolean;
  archivedAt?: string;
  url?: string;
  objectWriteTraceId?: string;
  warnings?: unknown;
}

/** One entry of the `errors` inside an error. */
export interface ErrorDetail {
  message?: string;
  code?: string;
  in?: string;
  subCategory?: unknown;
  context?: Record<string, unknown>;
  objectWriteTraceId?: unknown;
}

/** What HubSpot finds wrong with one property of some record, as its sentences and details tell it. */
export interface PropertyError {
  property: string;
  about: PropertyErrorSubject;
  code?: string;
  message?: string;
  /** The value that it objects to, where it says so and can be read in one way only. */
  value?: string;
}

/**
 * What a property error is about, and with that whom it can be about:
 * - `property`: HubSpot has no such property, or lets nobody write it: every record that sets it;
 * - `missing`: a record that does not set the property;
 * - `value`: the value by itself, its type, its length, the options: every record that holds it;
 * - `record`: the value in this record, such as one that another record owns.
 */
export type PropertyErrorSubject = 'property' | 'missing' | 'value' | 'record';

/** The body of a refusal, and equally one entry of `errors` in a 207. */
export interface HubspotError {
  status?: unknown;
  /** Older answers call it `errorType`. */
  category?: string;
  policyName?: string;
  correlationId?: string;
  message?: string;
  subCategory?: unknown;
  context?: Record<string, unknown>;
  errors?: ErrorDetail[];
  objectWriteTraceId?: unknown;
  /** Read from its message and its details, once. */
  propertyErrors: readonly PropertyError[];
  /** The id of another record that has a value which must be unique. */
  existingId?: string;
  scopes?: RequiredScopes;
}

/** The scopes that a refusal asks for: all of them, or any one. */
export interface RequiredScopes {
  names: readonly string[];
  areAllRequired: boolean;
}

/** The body of a 2xx answer to a batch call. */
export interface BatchResponse {
  status?: string;
  results: RecordResult[];
  errors: HubspotError[];
}

/** One option of an enumeration property. */
export interface PropertyOption {
  label?: string;
  value: string;
  hidden?: boolean;
  /** Of a stage: the label of its pipeline. */
  pipeline?: string;
}

/** One property definition of `GET /crm/v3/properties/{objectType}`. */
export interface PropertyDefinition {
  name: string;
  label?: string;
  type?: string;
  fieldType?: string;
  options?: PropertyOption[];
  externalOptions?: boolean;
  /** `OWNER` where its values are the ids of owners. */
  referencedObjectType?: string;
  /** What came of asking for what it does not list; undefined until a value needs it. */
  asked?: AskedOptions;
  hasUniqueValue?: boolean;
  hidden?: boolean;
  archived?: boolean;
  modificationMetadata?: { readOnlyValue?: boolean };
}

/** Options that HubSpot keeps elsewhere: they stand in the definition once they are known. */
interface AskedOptions {
  /** Why they are not known, and what to do; undefined where they are. */
  unreadable?: string;
  /** Options that are no longer in use; undefined until a value needs them. */
  archived?: readonly PropertyOption[];
  /** Of stages: the definition with those of one pipeline alone, by the pipeline's id. */
  byPipeline?: ReadonlyMap<string, PropertyDefinition>;
}

/** One custom object of `GET /crm-object-schemas/v3/schemas`. */
export interface ObjectSchema {
  name: string;
  objectTypeId: string;
  fullyQualifiedName?: string;
  labels?: { singular?: string; plural?: string };
  archived?: boolean;
  requiredProperties?: string[];
}
