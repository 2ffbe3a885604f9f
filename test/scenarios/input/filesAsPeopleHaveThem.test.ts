import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { expectAllAccounted, failedKeys } from '../../support/accounted';
import { sandboxForTest } from '../../support/sandbox';
import { serviceKeyOf, upsert } from '../../support/upsert';

const FOLDER = join(__dirname, 'files');

/** A CSV file as n8n's Extract from File hands it out, told its delimiter and encoding. */
function csv(file: string, delimiter = ',', encoding = 'utf-8'): IDataObject[] {
  const text = new TextDecoder(encoding).decode(readFileSync(join(FOLDER, file)));
  return parse(text, { delimiter, columns: true, bom: true });
}

/** The first sheet, its date cells as counts of days. */
function xlsx(file: string): IDataObject[] {
  const book = read(readFileSync(join(FOLDER, file)));
  const [sheet] = Object.values(book.Sheets);
  return utils.sheet_to_json<IDataObject>(sheet!, { defval: '' });
}

function json(file: string): IDataObject[] {
  return JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as IDataObject[];
}

interface PeoplesFile {
  name: string;
  rows: () => IDataObject[];
  objectType: string;
  key: string;
  /** At most one choice a file. */
  options?: INodeParameters;
  /** What HubSpot holds afterwards, by key, written by hand. */
  held: Record<string, Record<string, string>>;
  /** Keys of rows that nobody could write as they stand. */
  bad?: string[];
}

const files: PeoplesFile[] = [
  {
    name: "a CRM's export with its labels, owners by e-mail address and a byte order mark",
    rows: () => csv('crm-export.csv'),
    objectType: 'contacts',
    key: 'email',
    held: {
      'ada.byron@example.com': {
        firstname: 'Ada',
        lastname: 'Byron',
        phone: '+44 20 7946 0101',
        hubspot_owner_id: '41629779',
        lifecyclestage: 'marketingqualifiedlead',
        hs_lead_status: 'IN_PROGRESS',
        customer_since: '2023-01-15',
        newsletter: 'true',
      },
      'grace@example.org': {
        firstname: 'Grace',
        lastname: 'Hopper',
        hubspot_owner_id: '60158084',
        lifecyclestage: 'customer',
        hs_lead_status: 'OPEN_DEAL',
        customer_since: '2022-03-01',
        newsletter: 'false',
      },
      'juergen@example.de': {
        firstname: 'Jürgen',
        lastname: 'Groß',
        phone: '+49 30 1234567',
        lifecyclestage: 'lead',
        hs_lead_status: 'NEW',
        customer_since: '2021-12-31',
        newsletter: 'false',
      },
      'mia@example.com': {
        firstname: '  Mia ',
        lastname: 'Wong',
        hubspot_owner_id: '60158084',
        lifecyclestage: 'salesqualifiedlead',
        hs_lead_status: 'CONNECTED',
        customer_since: '2023-10-05',
        newsletter: 'true',
      },
    },
    bad: [''],
  },
  {
    name: 'German invoice lines: semicolons, Windows-1252, decimal commas, the day first',
    rows: () => csv('invoice-lines-german.csv', ';', 'windows-1252'),
    objectType: 'line_items',
    key: 'invoice_line_key',
    options: { dateOrder: 'dayFirst' },
    held: {
      'R1-1': {
        name: 'Wärmflasche',
        quantity: '6',
        price: '2.55',
        net_weight: '0.25',
        invoice_date: '2010-12-01',
        warehouse: 'main',
        labels: 'fragile',
      },
      'R1-2': {
        name: 'Laterne weiß',
        quantity: '1200',
        price: '1234.5',
        net_weight: '12.5',
        invoice_date: '2014-08-28',
        warehouse: 'transit',
        labels: 'gift;bulky',
      },
      'R1-3': {
        name: 'Gutschein',
        quantity: '-1',
        price: '-12',
        invoice_date: '2023-12-31',
        warehouse: 'outlet',
      },
      'R1-4': {
        name: 'Stück für Stück',
        quantity: '3',
        price: '1234.56',
        net_weight: '1234.567',
        invoice_date: '2026-04-03',
        warehouse: 'main',
        labels: 'gift',
      },
    },
    bad: ['R1-5'],
  },
  {
    name: 'American orders: dollars, the month first, stages by label',
    rows: () => csv('orders-american.csv'),
    objectType: 'deals',
    key: 'deal_key',
    options: { dateOrder: 'monthFirst' },
    held: {
      'D-1': {
        dealname: 'Motorcycles',
        amount: '46591.98',
        closedate: '2003-02-24T00:00:00.000Z',
        dealstage: 'closedwon',
        pipeline: 'default',
        dealtype: 'newbusiness',
        hubspot_owner_id: '41629779',
        signed_on: '2003-02-24',
      },
      'D-2': {
        dealname: 'Ships',
        amount: '1234',
        closedate: '2010-12-01T08:26:00.000Z',
        dealstage: 'closedlost',
        pipeline: 'default',
        dealtype: 'existingbusiness',
        signed_on: '2023-12-31',
      },
      'D-3': {
        dealname: 'Refund',
        amount: '-99.5',
        closedate: '2024-07-04T23:08:00.000Z',
        dealstage: 'contractsent',
        dealtype: 'newbusiness',
        hubspot_owner_id: '60158084',
        signed_on: '2024-07-04',
      },
      'D-4': {
        dealname: 'Planes',
        amount: '1234567.891',
        closedate: '2024-01-02T00:00:00.000Z',
        dealstage: 'appointmentscheduled',
        pipeline: 'default',
        signed_on: '2024-01-02',
      },
    },
    bad: ['D-5'],
  },
  {
    name: 'attendees from an old Macintosh: carriage returns, tabs, headers in any case',
    rows: () => csv('attendees-mac.txt', '\t'),
    objectType: 'contacts',
    key: 'email',
    held: {
      'ann@example.com': {
        firstname: 'Ann',
        lastname: 'Lee',
        jobtitle: 'Head of\u00a0Sales',
        newsletter: 'true',
        customer_since: '2024-03-05',
      },
      'bob@example.com': { firstname: 'Bob', newsletter: 'false', customer_since: '2024-03-05' },
      'cem@example.com': {
        firstname: 'Cem',
        lastname: 'Yıldız',
        jobtitle: 'CEO',
        newsletter: 'true',
        customer_since: '2024-03-05',
      },
      'dee@example.com': {
        firstname: 'Dee',
        lastname: 'Dee',
        jobtitle: 'CTO',
        newsletter: 'false',
        customer_since: '2024-03-05',
      },
    },
  },
  {
    name: 'leads in UTF-16, several options in a cell, moments with and without a zone',
    rows: () => csv('leads-utf16.txt', '\t', 'utf-16le'),
    objectType: 'contacts',
    key: 'email',
    held: {
      'zoe@example.fr': {
        company: 'Café Zoë',
        country: 'France',
        hs_buying_role: 'CHAMPION;DECISION_MAKER',
        annualrevenue: '1250000',
        last_order_at: '2024-03-15T09:22:10.000Z',
      },
      'yui@example.jp': {
        company: '株式会社ユイ',
        country: '日本',
        hs_buying_role: 'BUDGET_HOLDER;END_USER',
        annualrevenue: '98000000',
        last_order_at: '2024-03-15T00:22:10.000Z',
      },
      'xan@example.com': {
        company: 'Xan Ltd',
        country: 'UK',
        hs_buying_role: 'END_USER',
        annualrevenue: '12500.75',
        last_order_at: '2024-03-15T09:22:00.000Z',
      },
    },
  },
  {
    name: "customers in Excel, with its counts of days, Yes and No, and an owner's e-mail address",
    rows: () => xlsx('customers.xlsx'),
    objectType: 'contacts',
    key: 'email',
    options: { dateNumbers: 'spreadsheetDays' },
    held: {
      'eve@example.com': {
        firstname: 'Eve',
        customer_since: '2019-05-31',
        last_order_at: '2019-05-31T18:00:00.000Z',
        newsletter: 'true',
        hubspot_owner_id: '41629779',
        annualrevenue: '1234.5',
      },
      'fay@example.com': {
        firstname: 'Fay',
        customer_since: '2024-03-05',
        last_order_at: '2024-03-05T12:00:00.000Z',
        newsletter: 'false',
        hubspot_owner_id: '60158084',
        annualrevenue: '12.5',
      },
      'gus@example.com': {
        firstname: 'Gus',
        customer_since: '1900-01-01',
        last_order_at: '1900-03-01T00:00:00.000Z',
        newsletter: 'true',
        annualrevenue: '7',
      },
    },
  },
  {
    name: 'Swiss prices, and dates as programs write them',
    rows: () => csv('prices-swiss.csv'),
    objectType: 'line_items',
    key: 'invoice_line_key',
    held: {
      'CH-1': {
        name: 'Uhr',
        price: '1234.5',
        quantity: '2',
        invoice_date: '2024-03-05',
        invoiced_at: '2024-03-05T14:00:00.000Z',
        hs_auto_renew: 'true',
      },
      'CH-2': {
        name: 'Sackmesser',
        price: '1000000',
        quantity: '1',
        invoice_date: '2024-03-05',
        invoiced_at: '2024-03-05T14:00:00.000Z',
        hs_auto_renew: 'false',
      },
      'CH-3': {
        name: 'Fondue',
        price: '79.19999999999999',
        quantity: '1',
        invoice_date: '2024-03-05',
        invoiced_at: '2024-03-05T14:00:00.000Z',
        hs_auto_renew: 'true',
      },
    },
  },
  {
    name: 'French lines: narrow blanks between thousands, euros behind, the year first',
    rows: () => csv('lines-french.csv', ';'),
    objectType: 'line_items',
    key: 'invoice_line_key',
    held: {
      'FR-1': {
        name: 'Bougie',
        price: '1234.5',
        quantity: '10',
        is_return: 'false',
        invoiced_at: '2024-03-05T14:00:00.000Z',
      },
      'FR-2': {
        name: 'Savon',
        price: '3.9',
        quantity: '1000',
        is_return: 'true',
        invoiced_at: '2024-03-05T14:30:00.000Z',
      },
      'FR-3': {
        name: 'Lampe',
        price: '0.345',
        quantity: '2',
        invoiced_at: '2024-03-05T00:00:00.000Z',
      },
    },
  },
  {
    name: 'a price list where a point stands between thousands',
    rows: () => csv('price-list-comma.csv', ';'),
    objectType: 'line_items',
    key: 'invoice_line_key',
    options: { numberFormat: 'comma' },
    held: {
      'K-1': { hs_sku: 'A-1', price: '12.345', quantity: '1500' },
      'K-2': { hs_sku: 'A-2', price: '1234.5', quantity: '2' },
      'K-3': { hs_sku: 'A-3', price: '1500', quantity: '12000' },
    },
    bad: ['K-4'],
  },
  {
    name: "a program's JSON: lists of labels, doubles that were computed, offsets",
    rows: () => json('export.json'),
    objectType: 'deals',
    key: 'deal_key',
    held: {
      'J-1': {
        dealname: 'One',
        amount: '79.2',
        discount_rate: '0.1',
        closedate: '2024-03-05T08:00:00.000Z',
        signed_on: '2024-03-05',
        channels: 'shop;fair',
      },
      'J-2': {
        dealname: 'Two',
        amount: '1000',
        closedate: '2024-03-05T14:00:00.000Z',
        signed_on: '2024-03-05',
        channels: 'phone;shop',
      },
      '3': { dealname: 'Three', amount: '-0.3', closedate: '2024-03-05T00:00:00.000Z' },
    },
  },
];

it.each(files)('$name', async ({ rows, objectType, key, options = {}, held, bad = [] }) => {
  const sandbox = await sandboxForTest();
  const items = rows();
  const outcome = await upsert({
    items,
    credential: serviceKeyOf(sandbox),
    timezone: 'UTC',
    parameters: { objectType, idProperty: key, options },
  });
  expectAllAccounted(outcome, items.length);
  expect(failedKeys(outcome).map((failed) => failed ?? '')).toEqual(bad);
  const records = sandbox.store.records(objectType).map(({ properties }) => properties);
  const stored = records.map(({ [key]: id = '', ...rest }): [string, object] => [id, rest]);
  expect(Object.fromEntries(stored)).toEqual(held);
});
