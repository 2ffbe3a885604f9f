import { READ_ONLY, UNIQUE, builtIn, custom } from './kit';

const { text, longText, number, date, datetime, bool, select, owner } =
  builtIn('lineiteminformation');
const own = custom('lineiteminformation');

export const LINE_ITEM_PROPERTIES = [
  text('name', 'Name'),
  longText('description', 'Description'),
  number('quantity', 'Quantity'),
  number('price', 'Unit price'),
  number('discount', 'Unit discount'),
  number('hs_discount_percentage', 'Unit discount %'),
  number('tax', 'Tax'),
  number('hs_cost_of_goods_sold', 'Unit cost'),
  text('hs_sku', 'SKU'),
  text('hs_url', 'URL'),
  number('hs_product_id', 'Product ID'),
  select('hs_line_item_currency_code', 'Currency', { EUR: 'EUR', USD: 'US Dollar', GBP: 'GBP' }),
  select('recurringbillingfrequency', 'Billing frequency', {
    weekly: 'Weekly',
    biweekly: 'Every two weeks',
    monthly: 'Monthly',
    quarterly: 'Quarterly',
    annually: 'Annually',
  }),
  text('hs_recurring_billing_period', 'Term'),
  date('hs_recurring_billing_start_date', 'Billing start date'),
  number('hs_position_on_quote', 'Position on quote'),
  datetime('hs_external_modified_at', 'External modified at'),
  bool('hs_auto_renew', 'Auto renew'),
  number('amount', 'Net price', { ...READ_ONLY, calculated: true }),
  number('hs_mrr', 'Monthly recurring revenue', { ...READ_ONLY, calculated: true }),
  number('hs_pre_discount_amount', 'Pre Discount Amount', { ...READ_ONLY, calculated: true }),
  owner('hubspot_owner_id', 'Owner'),
  own.text('invoice_line_key', 'Invoice line key', UNIQUE),
  own.text('invoice_number', 'Invoice number'),
  own.text('customer_id', 'Customer ID'),
  own.text('country', 'Country'),
  own.number('net_weight', 'Net weight'),
  own.date('invoice_date', 'Invoice date'),
  own.datetime('invoiced_at', 'Invoiced at'),
  own.bool('is_return', 'Is a return'),
  own.select('warehouse', 'Warehouse', { main: 'Main', outlet: 'Outlet', transit: 'In transit' }),
  own.checkboxes('labels', 'Labels', { fragile: 'Fragile', gift: 'Gift', bulky: 'Bulky' }),
];
