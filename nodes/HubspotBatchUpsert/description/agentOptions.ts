/** Options of the node as a tool of an AI agent. */

import type { INodeProperties } from 'n8n-workflow';

const AS_TOOL = { show: { '@tool': [true] } };

export const agentOutput: INodeProperties = {
  displayName: 'Agent Output',
  name: 'agentOutput',
  type: 'options',
  displayOptions: AS_TOOL,
  options: [
    {
      name: 'Raw',
      value: 'raw',
      description: 'All that the node tells of an item',
    },
    {
      name: 'Selected Fields',
      value: 'selectedFields',
      description: 'The fields of Agent Fields, and always the outcome or the message',
    },
    {
      name: 'Simplified',
      value: 'simplified',
      description:
        'What became of the record, its ID and address, and what to change where it was refused',
    },
  ],
  default: 'simplified',
  description:
    'What the agent sees of each item. The model reads all of it, so a longer output costs more tokens.',
};

export const agentFields: INodeProperties = {
  displayName: 'Agent Fields',
  name: 'agentFields',
  type: 'multiOptions',
  displayOptions: AS_TOOL,
  options: [
    { name: 'Associations', value: 'associations' },
    { name: 'Attempted', value: 'attempted' },
    { name: 'Category', value: 'category' },
    { name: 'Changes', value: 'changes' },
    { name: 'Context', value: 'context' },
    { name: 'ID', value: 'id' },
    { name: 'ID Value', value: 'idValue' },
    { name: 'Left Out', value: 'leftOut' },
    { name: 'Object Type', value: 'objectType' },
    { name: 'Properties', value: 'properties' },
    { name: 'Property', value: 'property' },
    { name: 'Reason', value: 'reason' },
    { name: 'Retryable', value: 'retryable' },
    { name: 'Stage', value: 'stage' },
    { name: 'Superseded', value: 'superseded' },
    { name: 'URL', value: 'url' },
    { name: 'Value', value: 'value' },
    { name: 'Warnings', value: 'warnings' },
  ],
  default: ['id', 'url', 'property', 'value'],
  description:
    'What the agent sees where Agent Output is Selected Fields. An expression may name other fields of hubspot and hubspotError as well.',
};
