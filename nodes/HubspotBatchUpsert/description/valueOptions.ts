/** Options of how fields and values of items are read. */

import type { INodeProperties } from 'n8n-workflow';

export const dateNumbers: INodeProperties = {
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
};

export const dateOrder: INodeProperties = {
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
};

export const emptyValues: INodeProperties = {
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
      description: 'Empty values do not change what HubSpot holds',
    },
  ],
  default: 'ignore',
  description: 'What to do with null, empty text and empty lists in the items',
};

export const fieldNames: INodeProperties = {
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
};

export const invalidValues: INodeProperties = {
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
};

export const numberFormat: INodeProperties = {
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
};

export const timeZone: INodeProperties = {
  displayName: 'Time Zone',
  name: 'timeZone',
  type: 'string',
  default: '',
  placeholder: 'e.g. Europe/Berlin',
  description:
    "The time zone of dates and times that name none. Leave it empty for the workflow's time zone.",
};

export const unknownFields: INodeProperties = {
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
};
