/** Options of how requests are made. */

import type { INodeProperties } from 'n8n-workflow';

export const apiVersion: INodeProperties = {
  displayName: 'API Version',
  name: 'apiVersion',
  type: 'options',
  options: [
    {
      name: 'V3',
      value: 'v3',
      description:
        'The version that most integrations use, supported until September 2027, for associations until 30 March 2027',
    },
    {
      name: '2026-09',
      value: '2026-09',
      description: 'Also insists on required properties, and warns of values that it changed',
    },
  ],
  default: 'v3',
  description: "Which version of HubSpot's API to write through",
};

export const batchSize: INodeProperties = {
  displayName: 'Batch Size',
  name: 'batchSize',
  type: 'number',
  typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
  default: 100,
  description: 'How many records one request carries. HubSpot takes 100 at most.',
};

export const maxConcurrency: INodeProperties = {
  displayName: 'Max Concurrency',
  name: 'maxConcurrency',
  type: 'number',
  typeOptions: { minValue: 1, maxValue: 250, numberPrecision: 0 },
  default: 100,
  description:
    "How many requests may be under way at the same time at most. The node sends no more than it takes to fill HubSpot's rate limit, and fewer while HubSpot is overloaded.",
};

export const maxRetries: INodeProperties = {
  displayName: 'Max Retries',
  name: 'maxRetries',
  type: 'number',
  typeOptions: { minValue: 0, maxValue: 20, numberPrecision: 0 },
  default: 5,
  description:
    'How often to send a request again that HubSpot could not answer at the time. Retries never create a record twice.',
};

export const patience: INodeProperties = {
  displayName: 'Patience (Seconds)',
  name: 'patience',
  type: 'number',
  typeOptions: { minValue: 0, maxValue: 86400, numberPrecision: 0 },
  default: 300,
  description:
    'How many seconds to wait at most because HubSpot asks for it, for example while it moves an account. Where it asks for more, the run ends and unsent items leave on the Error output, to be run again later.',
};

export const rateLimitShare: INodeProperties = {
  displayName: 'Rate Limit Share (%)',
  name: 'rateLimitShare',
  type: 'number',
  typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
  default: 100,
  description:
    "Percentage of the account's rate limit that this node may use. Lower it where other workflows or integrations write at the same time.",
};

export const timeout: INodeProperties = {
  displayName: 'Timeout (Seconds)',
  name: 'timeout',
  type: 'number',
  typeOptions: { minValue: 1, maxValue: 300, numberPrecision: 0 },
  default: 30,
  description:
    'How many seconds one request may take. After that it counts as unanswered and is sent again, as Max Retries says. A request that only creates records is not simply sent again: the node first looks whether HubSpot has them.',
};
