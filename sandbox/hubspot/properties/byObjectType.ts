import type { ObjectType } from '../crm/objectTypes';
import { COMPANY_PROPERTIES } from './companies';
import { CONTACT_PROPERTIES } from './contacts';
import { DEAL_PROPERTIES } from './deals';
import type { PropertyDefinition } from './definition';
import { systemProperties } from './everyObject';
import { UNIQUE, builtIn, custom } from './kit';
import { LINE_ITEM_PROPERTIES } from './lineItems';
import { MACHINE_PROPERTIES } from './machines';
import { PRODUCT_PROPERTIES } from './products';
import { TICKET_PROPERTIES } from './tickets';

const DETAILED = new Map<string, PropertyDefinition[]>([
  ['contacts', CONTACT_PROPERTIES],
  ['companies', COMPANY_PROPERTIES],
  ['deals', DEAL_PROPERTIES],
  ['tickets', TICKET_PROPERTIES],
  ['products', PRODUCT_PROPERTIES],
  ['line_items', LINE_ITEM_PROPERTIES],
  ['machine', MACHINE_PROPERTIES],
]);

/** The definitions that a new sandbox has; types without a list of their own get a small one. */
export function initialProperties(type: ObjectType): PropertyDefinition[] {
  const own = DETAILED.get(type.name) ?? smallList(type);
  const groupName = own[0]?.groupName ?? 'information';
  return [...systemProperties(type, groupName), ...own];
}

function smallList({ name }: ObjectType): PropertyDefinition[] {
  const groupName = `${name.replaceAll('_', '')}information`;
  return [
    builtIn(groupName).text('hs_name', 'Name'),
    custom(groupName).text('external_key', 'External key', UNIQUE),
  ];
}
