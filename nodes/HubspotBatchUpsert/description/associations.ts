import type { INodeProperties } from 'n8n-workflow';

const toObjectType: INodeProperties = {
  displayName: 'Other Object Type',
  name: 'toObjectType',
  type: 'resourceLocator',
  required: true,
  default: { mode: 'list', value: '' },
  description: 'The kind of records to associate with, such as deals for line items',
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
      placeholder: 'e.g. deals or 2-3453932',
      hint: 'The internal name of a standard object, or the ID of a custom object',
    },
  ],
};

/**
 * It names nothing that it depends on: with every other object type n8n's editor would empty it, its
 * default included. Its list follows the object type all the same, since the editor keeps a list no
 * longer than all parameters stay as they are (ResourceLocator.vue).
 */
const toIdProperty: INodeProperties = {
  displayName: 'Other ID Property',
  name: 'toIdProperty',
  type: 'resourceLocator',
  required: true,
  default: { mode: 'list', value: 'hs_object_id', cachedResultName: 'Record ID' },
  description:
    'What the other record is found by: its record ID, or a property with unique values, such as the email of contacts',
  modes: [
    {
      displayName: 'From List',
      name: 'list',
      type: 'list',
      placeholder: 'Select a unique property...',
      typeOptions: { searchListMethod: 'searchOtherIdProperties', searchable: true },
    },
    {
      displayName: 'By Name',
      name: 'name',
      type: 'string',
      placeholder: 'e.g. hs_object_id or email',
    },
  ],
};

const toId: INodeProperties = {
  displayName: 'Other ID Value',
  name: 'toId',
  type: 'string',
  default: '',
  placeholder: 'e.g. {{ $json.deal_id }}',
  description:
    "The other record's value of that property. An item whose value no record has leaves on the Error output, and nothing of it is written.",
  hint: 'Several values: a list, or text with semicolons between them. Empty: the item is written without this association.',
};

/** A label that an expression gives by its name is none of the list's values, which n8n would mark. */
const label: INodeProperties = {
  displayName: 'Label Name or ID',
  name: 'label',
  type: 'options',
  allowArbitraryValues: true,
  typeOptions: {
    loadOptionsMethod: 'getAssociationLabels',
    loadOptionsDependsOn: ['objectType.value', '&toObjectType.value'],
  },
  default: '',
  description:
    'What the association is called in HubSpot, such as Billing Contact. An ID is the category and the number of the label, such as USER_DEFINED:37. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};

/** Other records that each record is associated with once it is written. */
export const associations: INodeProperties = {
  displayName: 'Associations',
  name: 'associations',
  type: 'fixedCollection',
  typeOptions: { multipleValues: true },
  placeholder: 'Add association',
  default: {},
  description:
    "Other records that each item's record is to be associated with, such as a line item with its deal. They have to be in HubSpot already.",
  options: [
    {
      displayName: 'Association',
      name: 'association',
      values: [toObjectType, toIdProperty, toId, label],
    },
  ],
};
