/** How a property takes values. */
export type PropertyKind = 'text' | 'number' | 'date' | 'datetime' | 'bool' | 'option' | 'options';

/** What the records of a case are, and some of the properties that they have in the sandbox. */
export interface Target {
  objectType: string;
  idProperty: string;
  properties: Readonly<Record<string, PropertyKind>>;
  /** Options of the properties that have any. */
  options: Readonly<Record<string, readonly string[]>>;
  /** A number that only HubSpot itself sets. */
  readOnly: string;
  /** Values of records that are there before the run. */
  before: Readonly<Record<string, string>>;
}

export const LINE_ITEMS: Target = {
  objectType: 'line_items',
  idProperty: 'invoice_line_key',
  properties: {
    name: 'text',
    price: 'number',
    invoice_date: 'date',
    invoiced_at: 'datetime',
    is_return: 'bool',
    warehouse: 'option',
    labels: 'options',
  },
  options: { warehouse: ['main', 'outlet', 'transit'], labels: ['fragile', 'gift', 'bulky'] },
  readOnly: 'amount',
  before: { name: 'before', price: '7', labels: 'bulky' },
};

/** Their ids, e-mail addresses, are held in lower case. */
export const CONTACTS: Target = {
  objectType: 'contacts',
  idProperty: 'email',
  properties: {
    firstname: 'text',
    annualrevenue: 'number',
    customer_since: 'date',
    last_order_at: 'datetime',
    newsletter: 'bool',
    hs_lead_status: 'option',
    hs_buying_role: 'options',
  },
  options: {
    hs_lead_status: ['NEW', 'OPEN', 'BAD_TIMING'],
    hs_buying_role: ['BLOCKER', 'CHAMPION', 'END_USER'],
  },
  readOnly: 'hs_email_open',
  before: { firstname: 'before', annualrevenue: '7', hs_buying_role: 'BLOCKER' },
};
