import type { INodeProperties } from 'n8n-workflow';
import { associations } from './associations';
import { options } from './options';
import { operation } from './writeChoices';

const authentication: INodeProperties = {
  displayName: 'Authentication',
  name: 'authentication',
  type: 'options',
  noDataExpression: true,
  options: [
    { name: 'OAuth2', value: 'oAuth2' },
    { name: 'Service Key', value: 'serviceKey' },
  ],
  default: 'oAuth2',
  description:
    'How to connect to HubSpot: through an OAuth app, or with a service key or the token of a private app',
};

const objectType: INodeProperties = {
  displayName: 'Object Type',
  name: 'objectType',
  type: 'resourceLocator',
  required: true,
  default: { mode: 'list', value: 'line_items', cachedResultName: 'Line Items' },
  description: 'The kind of records to write',
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

/**
 * Its list follows the operation and the options too: the editor keeps a list no longer than all
 * parameters stay as they are (ResourceLocator.vue). To depend on these would empty the field with
 * every change of theirs, even where its property still fits.
 */
const idProperty: INodeProperties = {
  displayName: 'ID Property',
  name: 'idProperty',
  type: 'resourceLocator',
  required: true,
  default: { mode: 'list', value: '' },
  description:
    'The property that tells records apart: an item is about the record with the same value in it. To have a key of your own, create a property in HubSpot (Settings > Properties) with "Require unique values for this property". For one without unique values, such as the domain of companies, set the option Non-Unique ID to Search. The record ID finds only records that are there.',
  hint: 'A unique property, email of contacts, or the record ID',
  typeOptions: { loadOptionsDependsOn: ['objectType.value'] },
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a property...',
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

const id: INodeProperties = {
  displayName: 'ID Value',
  name: 'id',
  type: 'string',
  default: '',
  placeholder: 'e.g. {{ $json.invoice_line_key }}',
  description: "The record's value of the ID property",
  hint: 'Leave empty if the mapping below fills the ID property',
};

/**
 * The columns. In mode `map` the editor asks for no matching columns, since the ID property does
 * that, and does not insist on required ones, since an update needs none. Another object type has
 * other columns; any further dependency would throw a mapping away that still fits.
 */
const properties: INodeProperties = {
  displayName: 'Properties',
  name: 'properties',
  type: 'resourceMapper',
  noDataExpression: true,
  default: { mappingMode: 'autoMapInputData', value: null },
  required: true,
  description: 'What to write into the records',
  typeOptions: {
    loadOptionsDependsOn: ['objectType.value'],
    resourceMapper: {
      resourceMapperMethod: 'getProperties',
      mode: 'map',
      fieldWords: { singular: 'property', plural: 'properties' },
      valuesLabel: 'Values to Write',
      addAllFields: false,
      supportAutoMap: true,
    },
  },
};

/** The node's panel, from top to bottom. */
export const parameters: INodeProperties[] = [
  authentication,
  operation,
  objectType,
  idProperty,
  id,
  properties,
  associations,
  options,
];
