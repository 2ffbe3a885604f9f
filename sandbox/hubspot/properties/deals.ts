import { READ_ONLY, UNIQUE, builtIn, custom } from './kit';

const { text, longText, number, datetime, bool, select, owner } = builtIn('dealinformation');
const own = custom('dealinformation');

export const DEAL_PROPERTIES = [
  text('dealname', 'Deal Name'),
  number('amount', 'Amount'),
  datetime('closedate', 'Close Date'),
  select('pipeline', 'Pipeline', { default: 'Sales Pipeline' }),
  select('dealstage', 'Deal Stage', {
    appointmentscheduled: 'Appointment Scheduled',
    qualifiedtobuy: 'Qualified To Buy',
    presentationscheduled: 'Presentation Scheduled',
    decisionmakerboughtin: 'Decision Maker Bought-In',
    contractsent: 'Contract Sent',
    closedwon: 'Closed Won',
    closedlost: 'Closed Lost',
  }),
  select('dealtype', 'Deal Type', {
    newbusiness: 'New Business',
    existingbusiness: 'Existing Business',
  }),
  longText('description', 'Deal Description'),
  select('hs_priority', 'Priority', { low: 'Low', medium: 'Medium', high: 'High' }),
  select('deal_currency_code', 'Currency', { EUR: 'EUR', USD: 'US Dollar' }),
  longText('closed_lost_reason', 'Closed Lost Reason'),
  longText('closed_won_reason', 'Closed Won Reason'),
  text('hs_next_step', 'Next step'),
  number('hs_deal_stage_probability', 'Deal probability', READ_ONLY),
  number('hs_projected_amount', 'Weighted amount', { ...READ_ONLY, calculated: true }),
  bool('hs_is_closed', 'Is Deal Closed?', READ_ONLY),
  bool('hs_is_closed_won', 'Is Closed Won', READ_ONLY),
  number('num_associated_contacts', 'Number of Associated Contacts', READ_ONLY),
  owner('hubspot_owner_id', 'Deal owner'),
  own.text('deal_key', 'Deal key', UNIQUE),
  own.date('signed_on', 'Signed on'),
  own.number('discount_rate', 'Discount rate'),
  own.checkboxes('channels', 'Channels', { shop: 'Shop', fair: 'Fair', phone: 'Phone' }),
];
