import { READ_ONLY, UNIQUE, builtIn, custom } from './kit';

const { text, longText, number, datetime, select, owner } = builtIn('ticketinformation');
const own = custom('ticketinformation');

export const TICKET_PROPERTIES = [
  text('subject', 'Ticket name'),
  longText('content', 'Ticket description'),
  select('hs_pipeline', 'Pipeline', { '0': 'Support Pipeline' }),
  select('hs_pipeline_stage', 'Ticket status', {
    '1': 'New',
    '2': 'Waiting on contact',
    '3': 'Waiting on us',
    '4': 'Closed',
  }),
  select('hs_ticket_priority', 'Priority', {
    LOW: 'Low',
    MEDIUM: 'Medium',
    HIGH: 'High',
    URGENT: 'Urgent',
  }),
  select('hs_ticket_category', 'Category', {
    PRODUCT_ISSUE: 'Product issue',
    BILLING_ISSUE: 'Billing issue',
    FEATURE_REQUEST: 'Feature request',
    GENERAL_INQUIRY: 'General inquiry',
  }),
  select('source_type', 'Source', { CHAT: 'Chat', EMAIL: 'Email', FORM: 'Form', PHONE: 'Phone' }),
  longText('hs_resolution', 'Resolution'),
  datetime('closed_date', 'Close date'),
  datetime('hs_lastcontacted', 'Last Contacted Date', READ_ONLY),
  number('time_to_close', 'Time to close', { ...READ_ONLY, calculated: true }),
  number('hs_ticket_id', 'Ticket ID', READ_ONLY),
  number('num_notes', 'Number of times contacted', READ_ONLY),
  text('hs_file_upload', 'File upload', { fieldType: 'file' }),
  owner('hubspot_owner_id', 'Ticket owner'),
  own.text('ticket_key', 'Ticket key', UNIQUE),
  own.number('cost', 'Cost'),
  own.date('due_on', 'Due on'),
  own.checkboxes('tags', 'Tags', { return: 'Return', damage: 'Damage', delay: 'Delay' }),
];
