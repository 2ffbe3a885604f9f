/** Where HubSpot's real answers leave its own schemas. `*` stands for every file. */
export interface Relaxation {
  file: string;
  schema: string;
  /** Fields that the schema calls required and real answers leave out. */
  optional?: string[];
  /** Fields that are text in real answers, whatever the schema calls them. */
  text?: string[];
  /** Fields that may be numbers although the schema calls them text. */
  textOrNumber?: string[];
  /** Fields that may be null. */
  nullable?: string[];
  /** The schema's `oneOf` is read as `anyOf`. */
  anyOf?: true;
  /** Source. */
  because: string;
}

export const RELAXATIONS: Relaxation[] = [
  {
    file: '*',
    schema: 'StandardError',
    optional: ['errors', 'links', 'context'],
    text: ['subCategory'],
    because:
      'sample docs.207.batch-create.trace-ids has neither; answer rebuilt.207.associations has a text for subCategory',
  },
  {
    file: '*',
    schema: 'BatchReadInputSimplePublicObjectId',
    optional: ['propertiesWithHistory'],
    because: 'public clients leave it out and are answered',
  },
  {
    file: '*',
    schema: 'SimplePublicObjectBatchInputForCreate',
    optional: ['associations'],
    because: 'HubSpot docs, "Error handling", and their sample request leave it out',
  },
  {
    file: '*',
    schema: 'PublicObjectSearchRequest',
    optional: ['after', 'filterGroups', 'limit', 'properties', 'sorts'],
    because: 'HubSpot docs, "Search the CRM": sample requests leave all of them out',
  },
  {
    file: '*',
    schema: 'Error',
    optional: ['category', 'correlationId'],
    because: 'samples docs.429.daily and thread.400.non-unique-idproperty leave them out',
  },
  {
    file: '*',
    schema: 'BatchResponseSimplePublicUpsertObject',
    optional: ['startedAt', 'completedAt'],
    because: 'sample silent-noop.200 has status and results only',
  },
  {
    file: '*',
    schema: 'BatchResponseSimplePublicObject',
    optional: ['startedAt', 'completedAt'],
    because: 'as with upserts',
  },
  {
    file: '*',
    schema: 'AssociationSpecWithLabel',
    nullable: ['label'],
    because: 'the default association comes with the label null in recorded answers',
  },
  {
    file: '*',
    schema: 'MultiAssociatedObjectWithLabel',
    textOrNumber: ['toObjectId'],
    because: "a number in HubSpot's docs, text in recorded answers; an option chooses",
  },
  {
    file: '*',
    schema: 'LabelsBetweenObjectPair',
    textOrNumber: ['fromObjectId', 'toObjectId'],
    because: 'as above',
  },
  {
    file: 'auth.oauth.v3.json',
    schema: 'AccessTokenResponse',
    optional: ['token_use'],
    because: 'sample oauth.200.token has none',
  },
  {
    file: 'auth.oauth.v3.json',
    schema: 'ClientCredentialsTokenResponse',
    optional: ['token_use'],
    because: 'sample oauth.200.token has none',
  },
  {
    file: 'auth.oauth.v3.json',
    schema: 'TokenResponseIF',
    anyOf: true,
    because: 'without token_use an answer is both of its kinds',
  },
];

/** Record schemas whose property values may be null: reads answer null for what is not set. */
export const NULLABLE_VALUES = ['SimplePublicObject', 'SimplePublicObjectWithAssociations'];

/**
 * Statuses that some operations answer without declaring them, and the one that holds instead, as
 * far as it is declared itself: 2026-09 declares the `errors` of its 207 inside 200 or 201; a batch
 * without inputs is a 200 where 201 is declared.
 */
export const STANDS_IN: Record<number, number> = { 207: 200, 200: 201 };

/** A field of a query that no file declares and that HubSpot is asked with all the same. */
export interface UndeclaredField {
  template: string;
  field: string;
  /** Source. */
  because: string;
}

export const UNDECLARED_FIELDS: UndeclaredField[] = [
  '/crm/v3/properties/{objectType}',
  '/crm/properties/2026-09/{objectType}',
  '/crm-object-schemas/v3/schemas',
  '/crm-object-schemas/2026-09/schemas',
].map((template) => ({
  template,
  field: 'after',
  because: "n8n's own node follows paging.next.after of definitions since June 2026 (facts.md)",
}));
