import type { INodeProperties } from 'n8n-workflow';

export const objectType: INodeProperties = {
  displayName: 'Object Type',
  name: 'objectType',
  type: 'resourceLocator',
  required: true,
  default: { mode: 'list', value: 'line_items', cachedResultName: 'Line Items' },
  description: 'The kind of records to create or update',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select an object type...',
      typeOptions: { searchListMethod: 'searchObjectTypes', searchable: true },
    },
    {
      displayName: 'By ID',
      name: 'id',
      type: 'string',
      placeholder: 'e.g. line_items or 2-3453932',
      hint: 'The internal name of a standard object, or the ID of a custom object',
    },
  ],
};
