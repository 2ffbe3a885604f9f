import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { seededRandom } from '../sandbox/hubspot/random';

/** A row, by property name. */
export type LineItem = Record<string, string | number>;

export const OBJECT_TYPE = 'line_items';
export const ID_PROPERTY = 'invoice_line_key';

/** A unique property of the account, whose definition says nothing of the values already taken. */
export const SERIAL_PROPERTY = 'serial_number';
/** A value that another record owns, so that HubSpot alone can refuse it. */
export const TAKEN_SERIAL = 'SN-0';

/** Deals that the account has, and the unique property that they are found by. */
export const DEALS = 1_000;
export const DEAL_KEY = 'deal_key';

/** The deal that the line item belongs to. */
export function dealOf(index: number): string {
  return `DEAL-${index % DEALS}`;
}

/** The address of a row that is to be a contact. */
export function contactEmail(row: LineItem): string {
  return `${String(row[ID_PROPERTY]).toLowerCase()}@example.com`;
}

const COUNTRIES = ['United Kingdom', 'Germany', 'France', 'España', 'Norway'];
const WAREHOUSES = ['main', 'outlet', 'transit'];
const STREAM = 31;
const ROWS_PARSED_AT_ONCE = 10_000;

/** The row of an invoice, as a spreadsheet has it. */
export function lineItem(index: number, isBad = false): LineItem {
  return {
    invoice_line_key: `INV-${String(index).padStart(8, '0')}`,
    name: `WHITE HANGING HEART T-LIGHT HOLDER ${index}`,
    description: `Row ${index} of an export, with a sentence that a person might have written into it`,
    quantity: 1 + (index % 40),
    price: (index % 10_000) / 100,
    hs_sku: `SKU-${index % 5_000}`,
    invoice_number: String(536_365 + Math.floor(index / 20)),
    invoice_date: `2025-${twoDigits(1 + (index % 12))}-${twoDigits(1 + (index % 28))}`,
    country: COUNTRIES[index % COUNTRIES.length] ?? '',
    customer_id: String(12_000 + (index % 6_000)),
    warehouse: WAREHOUSES[index % WAREHOUSES.length] ?? '',
    ...(isBad && { [SERIAL_PROPERTY]: TAKEN_SERIAL }),
  };
}

/**
 * A row of `lineItem` as people have it: labels for names, prices and days in German, an option by its label.
 */
export function localLineItem(index: number): LineItem {
  const row = lineItem(index);
  const day = `${twoDigits(1 + (index % 28))}.${twoDigits(1 + (index % 12))}.2025`;
  const hundredths = twoDigits(index % 100);
  return {
    'Invoice line key': row.invoice_line_key ?? '',
    Name: row.name ?? '',
    Description: row.description ?? '',
    Quantity: row.quantity ?? '',
    'Unit price': `1.${String(100 + (index % 900))},${hundredths} €`,
    SKU: row.hs_sku ?? '',
    'Invoice number': row.invoice_number ?? '',
    'Invoice date': day,
    'Invoiced at': `${day} ${twoDigits(index % 24)}:${twoDigits(index % 60)}`,
    Country: row.country ?? '',
    'Customer ID': row.customer_id ?? '',
    Warehouse: index % 2 === 0 ? 'In transit' : 'OUTLET',
  };
}

/**
 * Items in memory as n8n's Extract from File leaves a CSV: each field a text of its own, each item
 * paired with the file's.
 */
export function extractedItems(rows: Iterable<LineItem>): INodeExecutionData[] {
  const items: INodeExecutionData[] = [];
  for (const part of inParts(rows)) {
    const columns = [...new Set(part.flatMap((row) => Object.keys(row)))];
    const text = stringify(part, { header: true, columns });
    const records: IDataObject[] = parse(text, { columns: true });
    for (const json of records) items.push({ json, pairedItem: { item: 0 } });
  }
  return items;
}

function* inParts(rows: Iterable<LineItem>): Generator<LineItem[]> {
  let part: LineItem[] = [];
  for (const row of rows) {
    part.push(row);
    if (part.length < ROWS_PARSED_AT_ONCE) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** @param badShare 0 to 1: so many of them HubSpot refuses; the same ones every time. */
export function lineItems(count: number, badShare = 0): LineItem[] {
  const bad = badIndexes(count, badShare);
  return Array.from({ length: count }, (_, index) => lineItem(index, bad.has(index)));
}

/** Which line items are bad: for one count and share it is always the same ones. */
export function badIndexes(count: number, share: number): Set<number> {
  const random = seededRandom(1, STREAM);
  const chosen = new Set<number>();
  while (chosen.size < Math.round(count * share)) chosen.add(random.int(0, count - 1));
  return chosen;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
