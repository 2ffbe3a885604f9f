/**
 * The object types of HubSpot that can be upserted in batches, and the scopes that doing so takes.
 * Sources: HubSpot's OpenAPI files (paths, security), "Understanding the CRM" (object type IDs),
 * "Scopes". Activities share the scopes of contacts; discounts, fees and taxes those of line items.
 * Deal splits are none of them: their upsert is another endpoint with another input.
 */
export interface ObjectType {
  /** HubSpot's plural name. */
  name: string;
  label: string;
  objectTypeId: string;
  /** What stands for it in paths: its name, or its ID where HubSpot documents no other way. */
  inPaths: string;
  /** Properties that a new record has to have (guides of the single object APIs, 2026-09). */
  required: readonly string[];
  /** Properties of which it has to have one; empty where there is no such choice. */
  requiredOneOf: readonly string[];
  /** To write records and to read property definitions. */
  scopes: readonly string[];
  /** To read records back after an unclear answer; without them such a record has no outcome. */
  readBackScopes: readonly string[];
  /** What sensitive properties take on top; empty where HubSpot has no such scopes. */
  sensitiveScopes: Readonly<Record<Sensitivity, readonly string[]>>;
}

/** HubSpot's levels of sensitive data, as `dataSensitivity` of the properties API names them. */
type Sensitivity = 'sensitive' | 'highly_sensitive';

/** As a credential asks for it: all that takes a scope. */
export type ScopedObject = Pick<
  ObjectType,
  'name' | 'label' | 'scopes' | 'readBackScopes' | 'sensitiveScopes'
>;

type Row = [name: string, label: string, objectTypeId: string, scopes?: Scopes];

type Scopes = Pick<ObjectType, 'scopes' | 'readBackScopes'>;

const STANDARD: Row[] = [
  ['contacts', 'Contacts', '0-1'],
  ['companies', 'Companies', '0-2'],
  ['deals', 'Deals', '0-3'],
  ['tickets', 'Tickets', '0-5', { scopes: ['tickets'], readBackScopes: [] }],
  ['line_items', 'Line Items', '0-8'],
  ['products', 'Products', '0-7', recordScopes('products')],
  ['quotes', 'Quotes', '0-14'],
  ['leads', 'Leads', '0-136', recordScopes('leads')],
  ['orders', 'Orders', '0-123'],
  ['carts', 'Carts', '0-142'],
  ['invoices', 'Invoices', '0-53'],
  ['subscriptions', 'Subscriptions', '0-69'],
  ['commerce_payments', 'Commerce Payments', '0-101', recordAndSchemaScopes('commercepayments')],
  ['discounts', 'Discounts', '0-84', recordAndSchemaScopes('line_items')],
  ['fees', 'Fees', '0-85', recordAndSchemaScopes('line_items')],
  ['taxes', 'Taxes', '0-86', recordAndSchemaScopes('line_items')],
  ['goal_targets', 'Goals', '0-74', recordScopes('goals')],
  ['services', 'Services', '0-162'],
  ['courses', 'Courses', '0-410'],
  ['listings', 'Listings', '0-420'],
  ['appointments', 'Appointments', '0-421'],
  ['projects', 'Projects', '0-970'],
  ['users', 'Users', '0-115', recordScopes('users')],
  ['calls', 'Calls', '0-48', recordAndSchemaScopes('contacts')],
  ['emails', 'Emails', '0-49', recordAndSchemaScopes('contacts')],
  ['meetings', 'Meetings', '0-47', recordAndSchemaScopes('contacts')],
  ['notes', 'Notes', '0-46', recordAndSchemaScopes('contacts')],
  ['tasks', 'Tasks', '0-27', recordAndSchemaScopes('contacts')],
  ['communications', 'Communications', '0-18', recordAndSchemaScopes('contacts')],
  ['postal_mail', 'Postal Mail', '0-116', recordAndSchemaScopes('contacts')],
];

const ONLY_BY_ID: ReadonlySet<string> = new Set(['services', 'courses', 'listings']);

const REQUIRED: ReadonlyMap<string, readonly string[]> = new Map([
  ['deals', ['dealname', 'pipeline', 'dealstage']],
  ['tickets', ['subject', 'hs_pipeline', 'hs_pipeline_stage']],
  ['leads', ['hs_lead_name']],
  ['quotes', ['hs_title', 'hs_expiration_date']],
  ['orders', ['hs_order_name']],
  ['invoices', ['hs_currency']],
  ['subscriptions', ['hs_name']],
  ['commerce_payments', ['hs_initial_amount', 'hs_initiated_date']],
  ['services', ['hs_name', 'hs_pipeline', 'hs_pipeline_stage']],
  ['courses', ['hs_course_name']],
  ['listings', ['hs_name']],
  ['appointments', ['hs_appointment_name']],
  ['projects', ['hs_name', 'hs_pipeline', 'hs_pipeline_stage']],
  ['users', ['hs_internal_user_id', 'hs_email']],
  ['calls', ['hs_timestamp']],
  ['emails', ['hs_timestamp', 'hs_email_direction']],
  ['meetings', ['hs_timestamp']],
  ['notes', ['hs_timestamp']],
  ['tasks', ['hs_timestamp']],
  ['communications', ['hs_timestamp', 'hs_communication_channel_type']],
  ['postal_mail', ['hs_timestamp']],
]);

const REQUIRED_ONE_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['companies', ['domain', 'name']],
]);

export const STANDARD_OBJECT_TYPES: readonly ObjectType[] = STANDARD.map(
  ([name, label, objectTypeId, scopes = recordAndSchemaScopes(name)]) => ({
    name,
    label,
    objectTypeId,
    inPaths: ONLY_BY_ID.has(name) ? objectTypeId : name,
    required: REQUIRED.get(name) ?? [],
    requiredOneOf: REQUIRED_ONE_OF.get(name) ?? [],
    ...scopes,
    sensitiveScopes: sensitiveScopes(name),
  }),
);

/** All custom objects of an account share one set of scopes. */
export const CUSTOM_OBJECTS: ScopedObject = {
  name: 'custom',
  label: 'Custom Objects',
  ...recordAndSchemaScopes('custom'),
  sensitiveScopes: sensitiveScopes('custom'),
};

/** To find owners by their e-mail addresses, whatever they own; ids of owners are written without it. */
export const OWNERS_SCOPE = 'crm.objects.owners.read';

/** Undefined for a custom object, and for what HubSpot does not know. */
export function findStandardObjectType(nameOrId: string): ObjectType | undefined {
  const wanted = nameOrId.toLowerCase();
  return STANDARD_OBJECT_TYPES.find(
    ({ name, objectTypeId }) => name === wanted || objectTypeId === wanted,
  );
}

/** Where HubSpot has no scope for schemas, the scope for records lets definitions be read too. */
function recordScopes(name: string): Scopes {
  return { scopes: [`crm.objects.${name}.write`, `crm.objects.${name}.read`], readBackScopes: [] };
}

function recordAndSchemaScopes(name: string): Scopes {
  return {
    scopes: [`crm.objects.${name}.write`, `crm.schemas.${name}.read`],
    readBackScopes: [`crm.objects.${name}.read`],
  };
}

function sensitiveScopes(name: string): Record<Sensitivity, string[]> {
  return {
    sensitive: sensitiveScopesOf(name, 'sensitive'),
    highly_sensitive: sensitiveScopesOf(name, 'highly_sensitive'),
  };
}

function sensitiveScopesOf(name: string, level: Sensitivity): string[] {
  switch (name) {
    case 'contacts':
    case 'companies':
    case 'deals':
    case 'custom':
      return [`crm.objects.${name}.${level}.write.v2`, `crm.objects.${name}.${level}.read.v2`];
    case 'appointments':
      return level === 'sensitive'
        ? [
            'crm.objects.appointments.sensitive.write.v2',
            'crm.objects.appointments.sensitive.read.v2',
          ]
        : [];
    case 'projects':
      return [`crm.objects.projects.${level}.write`, `crm.objects.projects.${level}.read`];
    case 'tickets':
      return [`tickets.${level}.v2`];
    default:
      return [];
  }
}
