import type { INodeProperties } from 'n8n-workflow';

export const id: INodeProperties = {
  displayName: 'ID Value',
  name: 'id',
  type: 'string',
  default: '',
  placeholder: 'e.g. {{ $json.invoice_line_key }}',
  description: "The record's value of the ID property",
  hint: 'Leave empty to take the value that is mapped to the ID property below',
};
