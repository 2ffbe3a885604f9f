import type { INodeProperties } from 'n8n-workflow';

export const id: INodeProperties = {
  displayName: 'ID Value',
  name: 'id',
  type: 'string',
  default: '',
  placeholder: 'e.g. {{ $json.invoice_line_key }}',
  description: "The record's value of the ID property",
  hint: 'Leave empty if the mapping below fills the ID property',
};
