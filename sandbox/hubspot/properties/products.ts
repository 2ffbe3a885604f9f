import { UNIQUE, READ_ONLY, builtIn, custom } from './kit';

const { text, longText, number, bool, select, owner } = builtIn('productinformation');
const own = custom('productinformation');

export const PRODUCT_PROPERTIES = [
  text('name', 'Name'),
  longText('description', 'Product Description'),
  number('price', 'Unit Price'),
  number('hs_cost_of_goods_sold', 'Unit Cost'),
  text('hs_sku', 'SKU'),
  text('hs_url', 'URL'),
  text('hs_folder', 'Folder'),
  select('hs_product_type', 'Product Type', {
    inventory: 'Inventory',
    'non-inventory': 'Non-Inventory',
    service: 'Service',
  }),
  select('recurringbillingfrequency', 'Billing frequency', {
    weekly: 'Weekly',
    monthly: 'Monthly',
    quarterly: 'Quarterly',
    annually: 'Annually',
  }),
  text('hs_recurring_billing_period', 'Term'),
  number('tax', 'Tax'),
  number('discount', 'Unit Discount'),
  bool('hs_active', 'Product is active'),
  text('hs_images', 'Image URL'),
  number('hs_avatar_filemanager_key', 'Avatar FileManager key', READ_ONLY),
  owner('hubspot_owner_id', 'Owner'),
  own.text('sku_key', 'SKU key', UNIQUE),
  own.number('weight_kg', 'Weight in kg'),
  own.date('available_from', 'Available from'),
  own.checkboxes('colours', 'Colours', { red: 'Red', green: 'Green', blue: 'Blue' }),
];
