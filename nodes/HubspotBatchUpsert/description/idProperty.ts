import type { INodeProperties } from 'n8n-workflow';

export const idProperty: INodeProperties = {
  displayName: 'ID Property',
  name: 'idProperty',
  type: 'resourceLocator',
  required: true,
  default: { mode: 'list', value: '' },
  description:
    'The property that tells records apart. A record with the same value in it is updated; if there is none, it is created. Record ID (hs_object_id), company domain and deal name cannot be used.',
  hint: 'A property with unique values, or the email of contacts',
  typeOptions: { loadOptionsDependsOn: ['objectType.value'] },
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a unique property...',
      typeOptions: { searchListMethod: 'searchIdProperties', searchable: true },
    },
    {
      displayName: 'By Name',
      name: 'name',
      type: 'string',
      placeholder: 'e.g. email or invoice_line_key',
    },
  ],
};
