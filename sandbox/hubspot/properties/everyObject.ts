import type { ObjectType } from '../crm/objectTypes';
import type { PropertyDefinition } from './definition';
import { READ_ONLY, builtIn } from './kit';

const RECORD_SOURCES = ['API', 'IMPORT', 'CRM_UI', 'INTEGRATION'];

/** The properties that HubSpot keeps itself, on records of every object type. */
export function systemProperties(type: ObjectType, groupName: string): PropertyDefinition[] {
  const { checkboxes, number, datetime, select, text } = builtIn(groupName);
  return [
    number('hs_object_id', 'Record ID', READ_ONLY),
    datetime(type.createdProperty, 'Create Date', READ_ONLY),
    datetime(type.modifiedProperty, 'Last Modified Date', READ_ONLY),
    select('hs_object_source', 'Record creation source', RECORD_SOURCES, READ_ONLY),
    text('hs_object_source_label', 'Record source', READ_ONLY),
    checkboxes('hs_merged_object_ids', 'Merged record IDs', [], READ_ONLY),
    number('hs_created_by_user_id', 'Created by user ID', { ...READ_ONLY, hidden: true }),
  ];
}
