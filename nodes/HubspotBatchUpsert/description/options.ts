import type { INodeProperties } from 'n8n-workflow';

export const options: INodeProperties = {
  displayName: 'Options',
  name: 'options',
  type: 'collection',
  placeholder: 'Add option',
  default: {},
  options: [
    {
      displayName: 'API Version',
      name: 'apiVersion',
      type: 'options',
      options: [
        {
          name: 'V3',
          value: 'v3',
          description: 'The version that most integrations use, supported until September 2027',
        },
        {
          name: '2026-09',
          value: '2026-09',
          description: 'Also insists on required properties, and warns of values that it changed',
        },
      ],
      default: 'v3',
      description: "Which version of HubSpot's API to write through",
    },
    {
      displayName: 'Batch Size',
      name: 'batchSize',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
      default: 100,
      description: 'How many records one request carries. HubSpot takes 100 at most.',
    },
    {
      displayName: 'Date Numbers',
      name: 'dateNumbers',
      type: 'options',
      options: [
        {
          name: 'Milliseconds Since 1970',
          value: 'milliseconds',
          description: '1709647200000 is 5 March 2024, 14:00 UTC',
        },
        {
          name: 'Spreadsheet Days',
          value: 'spreadsheetDays',
          description: '45356 is 5 March 2024, as Excel and Google Sheets count days',
        },
      ],
      default: 'milliseconds',
      description: 'What a number is where HubSpot wants a date',
    },
    {
      displayName: 'Date Order',
      name: 'dateOrder',
      type: 'options',
      options: [
        {
          name: 'Day First',
          value: 'dayFirst',
          description: '3/4/2026 is 3 April',
        },
        {
          name: 'Month First',
          value: 'monthFirst',
          description: '3/4/2026 is 4 March',
        },
        {
          name: 'Refuse',
          value: 'refuse',
          description: '3/4/2026 is not taken, since it has two readings',
        },
      ],
      default: 'refuse',
      description:
        'How dates with day and month in figures are read. Dates with the year first (2026-04-03) or the month by name (3 Apr 2026) are always taken.',
    },
    {
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
    },
    {
      displayName: 'Empty Values',
      name: 'emptyValues',
      type: 'options',
      options: [
        {
          name: 'Clear',
          value: 'clear',
          description: 'Empty values delete what HubSpot holds',
        },
        {
          name: 'Ignore',
          value: 'ignore',
          description: 'Empty values leave what HubSpot holds alone',
        },
      ],
      default: 'ignore',
      description: 'What to do with null, empty text and empty lists in the items',
    },
    {
      displayName: 'Field Names',
      name: 'fieldNames',
      type: 'options',
      options: [
        {
          name: 'Names and Labels',
          value: 'namesAndLabels',
          description:
            'The field "First Name" fills the property firstname: case, blanks and punctuation do not count',
        },
        {
          name: 'Names Only',
          value: 'names',
          description: "Fields have to be named exactly like HubSpot's properties",
        },
      ],
      default: 'namesAndLabels',
      description: 'When mapping automatically, what input fields are matched with',
    },
    {
      displayName: 'Invalid Values',
      name: 'invalidValues',
      type: 'options',
      options: [
        {
          name: 'Leave Out',
          value: 'leaveOut',
          description: 'The item is written without them, and tells which ones were left out',
        },
        {
          name: 'Reject',
          value: 'reject',
          description: 'The item leaves on the Error output, unwritten',
        },
      ],
      default: 'reject',
      description: 'What to do with values that HubSpot could not store',
    },
    {
      displayName: 'Max Concurrency',
      name: 'maxConcurrency',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 250, numberPrecision: 0 },
      default: 100,
      description:
        "How many requests may be under way at the same time at most. The node sends no more than it takes to fill HubSpot's rate limit, and fewer while HubSpot is overloaded.",
    },
    {
      displayName: 'Max Retries',
      name: 'maxRetries',
      type: 'number',
      typeOptions: { minValue: 0, maxValue: 20, numberPrecision: 0 },
      default: 5,
      description:
        'How often a request is sent again that HubSpot could not serve for the moment. Nothing is created twice by it.',
    },
    {
      displayName: 'Number Format',
      name: 'numberFormat',
      type: 'options',
      options: [
        {
          name: 'Automatic',
          value: 'automatic',
          description:
            'Numbers that can only mean one thing are taken: 1,234.50 and 1.234,50 and 1431,5',
        },
        {
          name: 'Decimal Comma',
          value: 'comma',
          description: '1.234,50 and 12,345 have a comma as the decimal mark',
        },
        {
          name: 'Decimal Point',
          value: 'point',
          description: '1,234.50 and 12.345 have a point as the decimal mark',
        },
      ],
      default: 'automatic',
      description: 'How numbers in text are read',
    },
    {
      displayName: 'Object Write Trace ID',
      name: 'objectWriteTraceId',
      type: 'string',
      default: '',
      placeholder: 'e.g. order-{{ $json.orderNumber }}',
      description:
        "A text that comes back with each record's outcome, to find it again in your own logs. It has to differ from item to item; leave it empty to have the node make it.",
    },
    {
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
    },
    {
      displayName: 'Patience (Seconds)',
      name: 'patience',
      type: 'number',
      typeOptions: { minValue: 0, maxValue: 86400, numberPrecision: 0 },
      default: 300,
      description:
        'How many seconds to wait at most because HubSpot asks for it, for example while it moves an account. Where it asks for more, the run ends and unsent items leave on the Error output, to be run again later.',
    },
    {
      displayName: 'Rate Limit Share (%)',
      name: 'rateLimitShare',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
      default: 100,
      description:
        "How many per cent of the account's rate limit this node may use. Lower it where other workflows or integrations write at the same time.",
    },
    {
      displayName: 'Time Zone',
      name: 'timeZone',
      type: 'string',
      default: '',
      placeholder: 'e.g. Europe/Berlin',
      description:
        "The time zone of dates and times that name none. Leave it empty for the workflow's time zone.",
    },
    {
      displayName: 'Timeout (Seconds)',
      name: 'timeout',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 300, numberPrecision: 0 },
      default: 30,
      description: 'How many seconds one request may take before it is sent again',
    },
    {
      displayName: 'Unknown Fields',
      name: 'unknownFields',
      type: 'options',
      options: [
        {
          name: 'Ignore',
          value: 'ignore',
          description: 'They are left out of the write',
        },
        {
          name: 'Reject',
          value: 'reject',
          description: 'Items that have any leave on the Error output, unwritten',
        },
        {
          name: 'Send',
          value: 'send',
          description: 'They are sent as they are, for HubSpot to judge',
        },
      ],
      default: 'ignore',
      description:
        'When mapping automatically, what to do with input fields that are no writable property in HubSpot',
    },
  ],
};
