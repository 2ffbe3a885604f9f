import { ADDITIONAL_EMAILS } from '../crm/emails';
import { READ_ONLY, UNIQUE, builtIn, custom } from './kit';

const { text, longText, phone, number, date, datetime, bool, select, checkboxes, owner } =
  builtIn('contactinformation');
const own = custom('contactinformation');

/** In the order in which a contact moves through them. */
export const LIFECYCLE_STAGES = {
  subscriber: 'Subscriber',
  lead: 'Lead',
  marketingqualifiedlead: 'Marketing Qualified Lead',
  salesqualifiedlead: 'Sales Qualified Lead',
  opportunity: 'Opportunity',
  customer: 'Customer',
  evangelist: 'Evangelist',
  other: 'Other',
};

export const CONTACT_PROPERTIES = [
  // Identifies contacts although the definition does not say so: hasUniqueValue stays false.
  text('email', 'Email'),
  checkboxes(ADDITIONAL_EMAILS, 'Additional email addresses', []),
  text('firstname', 'First Name'),
  text('lastname', 'Last Name'),
  text('salutation', 'Salutation'),
  phone('phone', 'Phone Number'),
  phone('mobilephone', 'Mobile Phone Number'),
  text('company', 'Company Name'),
  text('jobtitle', 'Job Title'),
  text('website', 'Website URL'),
  text('address', 'Street Address'),
  text('city', 'City'),
  text('state', 'State/Region'),
  text('zip', 'Postal Code'),
  text('country', 'Country/Region'),
  longText('message', 'Message'),
  date('date_of_birth', 'Date of birth'),
  number('annualrevenue', 'Annual Revenue'),
  select('lifecyclestage', 'Lifecycle Stage', LIFECYCLE_STAGES),
  select('hs_lead_status', 'Lead Status', {
    NEW: 'New',
    OPEN: 'Open',
    IN_PROGRESS: 'In Progress',
    OPEN_DEAL: 'Open Deal',
    UNQUALIFIED: 'Unqualified',
    ATTEMPTED_TO_CONTACT: 'Attempted to Contact',
    CONNECTED: 'Connected',
    BAD_TIMING: 'Bad Timing',
  }),
  checkboxes('hs_buying_role', 'Buying Role', {
    BLOCKER: 'Blocker',
    BUDGET_HOLDER: 'Budget Holder',
    CHAMPION: 'Champion',
    DECISION_MAKER: 'Decision Maker',
    END_USER: 'End User',
  }),
  bool('hs_email_optout', 'Unsubscribed from all email', READ_ONLY),
  datetime('hs_last_sales_activity_timestamp', 'Last Engagement Date', READ_ONLY),
  number('hs_email_open', 'Marketing emails opened', READ_ONLY),
  text('hs_email_domain', 'Email Domain', { ...READ_ONLY, calculated: true }),
  owner('hubspot_owner_id', 'Contact owner'),
  own.text('customer_number', 'Customer number', UNIQUE),
  own.date('customer_since', 'Customer since'),
  own.datetime('last_order_at', 'Last order at'),
  own.bool('newsletter', 'Newsletter'),
  own.text('health_insurance_number', 'Health insurance number', { dataSensitivity: 'sensitive' }),
];
