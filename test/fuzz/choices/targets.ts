import type { PropertyKind } from '../cases/target';

/** What the records of a case are, by what they are found, and how HubSpot compares that. */
export interface ChoicesTarget {
  objectType: string;
  idProperty: string;
  /** By a value that HubSpot keeps unique, by record id, or by a search. */
  foundBy: 'key' | 'recordId' | 'search';
  properties: Readonly<Record<string, PropertyKind>>;
  options: Readonly<Record<string, readonly string[]>>;
  /** Keys that items and HubSpot's records have, as HubSpot keeps them. */
  keys: readonly string[];
  /** One that no record has before the run. */
  freeKey: string;
  /** Other ways to write a key that mean the same. */
  spellings: (key: string) => unknown[];
  /** Keys are of the same record where these are alike. */
  comparedAs: (key: string) => string;
}

const LINE_ITEM = {
  objectType: 'line_items',
  properties: {
    description: 'text',
    price: 'number',
    invoice_date: 'date',
    invoiced_at: 'datetime',
    is_return: 'bool',
    warehouse: 'option',
    labels: 'options',
  },
  options: { warehouse: ['main', 'outlet'], labels: ['fragile', 'gift', 'bulky'] },
} as const;

const COMPANY = {
  objectType: 'companies',
  properties: {
    city: 'text',
    credit_limit: 'number',
    contract_end: 'date',
    closedate: 'datetime',
    type: 'option',
    regions: 'options',
  },
  options: { type: ['PARTNER', 'VENDOR'], regions: ['north', 'south', 'east'] },
} as const;

const asItIs = (key: string): string => key;
const padded = (key: string): unknown[] => [` ${key}`, `${key}\u00a0`];

export const RECORD_IDS: ChoicesTarget = {
  ...LINE_ITEM,
  idProperty: 'hs_object_id',
  foundBy: 'recordId',
  keys: ['501', '502', '503', '504', '505', '506', '507'],
  freeKey: '999',
  spellings: (key) => [...padded(key), Number(key), `00${key}`],
  comparedAs: asItIs,
};

export const TARGETS: readonly ChoicesTarget[] = [
  {
    ...LINE_ITEM,
    idProperty: 'invoice_line_key',
    foundBy: 'key',
    keys: ['K-1', 'K-2', 'K-3', 'K-4', 'k-1', 'k-2', 'ß'],
    freeKey: 'K-9',
    spellings: padded,
    comparedAs: asItIs,
  },
  {
    objectType: 'contacts',
    idProperty: 'email',
    foundBy: 'key',
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
      hs_lead_status: ['NEW', 'OPEN'],
      hs_buying_role: ['BLOCKER', 'CHAMPION', 'END_USER'],
    },
    keys: ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org', 'e@x.org', 'ü@x.org'],
    freeKey: 'free@x.org',
    spellings: (key) => [...padded(key), key.toUpperCase()],
    comparedAs: asItIs,
  },
  RECORD_IDS,
  {
    ...COMPANY,
    idProperty: 'domain',
    foundBy: 'search',
    keys: ['one.com', 'two.com', 'three.com', 'four.com', 'www.one.com', 'www.two.com'],
    freeKey: 'free.com',
    spellings: (key) => [`https://${key}/about?x=1`, key.toUpperCase(), ` ${key}/`],
    comparedAs: (key) => key.replace(/^www\./, ''),
  },
  {
    ...LINE_ITEM,
    idProperty: 'customer_id',
    foundBy: 'search',
    keys: ['C-1', 'C-2', 'C-3', 'C-4', 'c-1', 'c-2'],
    freeKey: 'C-9',
    spellings: padded,
    comparedAs: (key) => key.toLowerCase(),
  },
  {
    ...LINE_ITEM,
    idProperty: 'quantity',
    foundBy: 'search',
    keys: ['7', '7.0', '8', '9', '10', '11.5'],
    freeKey: '99',
    spellings: (key) => [Number(key), ` ${key}`],
    comparedAs: (key) => String(Number(key)),
  },
];
