/** Options of which records are written, and of what is told of them. */

import type { INodeProperties } from 'n8n-workflow';

export const duplicates: INodeProperties = {
  displayName: 'Duplicates',
  name: 'duplicates',
  type: 'options',
  options: [
    {
      name: 'Keep First',
      value: 'keepFirst',
      description: 'Only the first item is written',
    },
    {
      name: 'Keep Last',
      value: 'keepLast',
      description: 'Only the last item is written',
    },
    {
      name: 'Merge',
      value: 'merge',
      description: 'All items become one write, in which the values of later items win',
    },
    {
      name: 'Reject',
      value: 'reject',
      description: 'None is written, all leave on the Error output',
    },
    {
      name: 'Write in Sequence',
      value: 'sequence',
      description: 'Each item is written, a later one only after the earlier one',
    },
  ],
  default: 'merge',
  description:
    'What to do with several items for the same record. HubSpot takes a record only once per request. Every item gets the outcome of the record that it went into.',
};

export const objectWriteTraceId: INodeProperties = {
  displayName: 'Object Write Trace ID',
  name: 'objectWriteTraceId',
  type: 'string',
  default: '',
  placeholder: 'e.g. order-{{ $json.orderNumber }}',
  description:
    "A text that comes back with each record's outcome, to find it again in your own logs. It has to differ from record to record; leave it empty to have the node make it.",
};

export const output: INodeProperties = {
  displayName: 'Output',
  name: 'output',
  type: 'options',
  options: [
    {
      name: 'Input and Record',
      value: 'inputAndRecord',
      description: "The input's fields, and what HubSpot returned in the field hubspot",
    },
    {
      name: 'Record Only',
      value: 'record',
      description: 'What HubSpot returned, without the input',
    },
  ],
  default: 'inputAndRecord',
  description: 'What the items of the Success output hold',
};
