import { PORTAL_ID } from '../account';

/** An object type of the account. */
export interface ObjectType {
  /** As it stands in paths: `line_items`. For a custom object its short name. */
  name: string;
  singular: string;
  /** `0-8`, or `2-…` for a custom object. */
  objectTypeId: string;
  /** `p<portal>_<name>`, custom objects only. */
  fullyQualifiedName?: string;
  /** How scopes name it: `crm.objects.<scopeName>.write`. */
  scopeName: string;
  createdProperty: string;
  modifiedProperty: string;
}

type Row = [name: string, singular: string, objectTypeId: string, scopeName?: string];

/** Source: HubSpot docs, "Understanding the CRM", object type IDs; engagements use contact scopes. */
const STANDARD: Row[] = [
  ['contacts', 'contact', '0-1'],
  ['companies', 'company', '0-2'],
  ['deals', 'deal', '0-3'],
  ['tickets', 'ticket', '0-5'],
  ['products', 'product', '0-7'],
  ['line_items', 'line_item', '0-8'],
  ['leads', 'lead', '0-136'],
  ['quotes', 'quote', '0-14'],
  ['orders', 'order', '0-123'],
  ['carts', 'cart', '0-142'],
  ['invoices', 'invoice', '0-53'],
  ['subscriptions', 'subscription', '0-69'],
  ['commerce_payments', 'commerce_payment', '0-101', 'commercepayments'],
  ['discounts', 'discount', '0-84', 'line_items'],
  ['fees', 'fee', '0-85', 'line_items'],
  ['taxes', 'tax', '0-86', 'line_items'],
  ['goal_targets', 'goal_target', '0-74', 'goals'],
  ['users', 'user', '0-115'],
  ['services', 'service', '0-162'],
  ['courses', 'course', '0-410'],
  ['listings', 'listing', '0-420'],
  ['appointments', 'appointment', '0-421'],
  ['projects', 'project', '0-970'],
  ['calls', 'call', '0-48', 'contacts'],
  ['emails', 'email', '0-49', 'contacts'],
  ['meetings', 'meeting', '0-47', 'contacts'],
  ['notes', 'note', '0-46', 'contacts'],
  ['tasks', 'task', '0-27', 'contacts'],
  ['communications', 'communication', '0-18', 'contacts'],
  ['postal_mail', 'postal_mail', '0-116', 'contacts'],
];

export const STANDARD_OBJECT_TYPES: ObjectType[] = STANDARD.map(
  ([name, singular, objectTypeId, scopeName = name]) => ({
    name,
    singular,
    objectTypeId,
    scopeName,
    createdProperty: 'createdate',
    modifiedProperty: name === 'contacts' ? 'lastmodifieddate' : 'hs_lastmodifieddate',
  }),
);

/** The custom object that an account begins with. */
export const MACHINE: ObjectType = {
  name: 'machine',
  singular: 'machine',
  objectTypeId: '2-3453932',
  fullyQualifiedName: `p${PORTAL_ID}_machine`,
  scopeName: 'custom',
  createdProperty: 'hs_createdate',
  modifiedProperty: 'hs_lastmodifieddate',
};

/** Every spelling that a path may use for an object type. */
export function spellings(type: ObjectType): string[] {
  return type.fullyQualifiedName === undefined
    ? [type.name, type.singular, type.objectTypeId]
    : [type.fullyQualifiedName, type.objectTypeId];
}
