import { READ_ONLY, UNIQUE, builtIn, custom } from './kit';

const { text, longText, phone, number, datetime, bool, select, owner } =
  builtIn('companyinformation');
const own = custom('companyinformation');

export const COMPANY_PROPERTIES = [
  text('name', 'Company name'),
  text('domain', 'Company Domain Name'),
  text('website', 'Website URL'),
  phone('phone', 'Phone Number'),
  longText('description', 'Description'),
  text('address', 'Street Address'),
  text('address2', 'Street Address 2'),
  text('city', 'City'),
  text('state', 'State/Region'),
  text('zip', 'Postal Code'),
  text('country', 'Country/Region'),
  text('timezone', 'Time Zone'),
  number('numberofemployees', 'Number of Employees'),
  number('annualrevenue', 'Annual Revenue'),
  text('founded_year', 'Year Founded'),
  bool('is_public', 'Is Public'),
  select('industry', 'Industry', {
    ACCOUNTING: 'Accounting',
    AUTOMOTIVE: 'Automotive',
    COMPUTER_SOFTWARE: 'Computer Software',
    CONSTRUCTION: 'Construction',
    FOOD_BEVERAGES: 'Food & Beverages',
    MACHINERY: 'Machinery',
    RETAIL: 'Retail',
    WHOLESALE: 'Wholesale',
  }),
  select('type', 'Type', {
    PROSPECT: 'Prospect',
    PARTNER: 'Partner',
    RESELLER: 'Reseller',
    VENDOR: 'Vendor',
    OTHER: 'Other',
  }),
  number('num_associated_contacts', 'Number of Associated Contacts', READ_ONLY),
  number('num_associated_deals', 'Number of Associated Deals', READ_ONLY),
  datetime('closedate', 'Close Date'),
  owner('hubspot_owner_id', 'Company owner'),
  own.text('company_key', 'Company key', UNIQUE),
  own.number('credit_limit', 'Credit limit'),
  own.date('contract_end', 'Contract end'),
  own.checkboxes('regions', 'Regions', { north: 'North', south: 'South', east: 'East' }),
];
