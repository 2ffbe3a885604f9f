import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { say } from './say';

/** A row as the file has it: all text, decimal comma. */
export type InvoiceRow = Record<
  'InvoiceNo' | 'StockCode' | 'Description' | 'Quantity' | 'UnitPrice' | 'Country',
  string
>;

export interface InvoiceFile {
  /** Where n8n may read it. */
  path: string;
  rows: InvoiceRow[];
}

const OWN_ROWS = 400;

/** The real invoice lines that `REAL_INPUT_CSV` names, or else some of the same manner. */
export async function invoiceFile(folder: string): Promise<InvoiceFile> {
  const real = process.env.REAL_INPUT_CSV;
  if (!real) say(`REAL_INPUT_CSV is unset: ${OWN_ROWS} invented rows stand in`);
  const text = real ? await readFile(real, 'utf8') : ownRows();
  const path = join(folder, 'invoices.csv');
  await writeFile(path, text);
  const rows = parse<InvoiceRow>(text, { bom: true, columns: true, delimiter: ';' });
  return { path, rows };
}

/** What identifies a line of an invoice. */
export function keyOf({ InvoiceNo, StockCode }: InvoiceRow): string {
  return `${InvoiceNo}-${StockCode}`;
}

/** UTF-8 with BOM, `;` between fields, decimal comma, keys that repeat, names that are empty. */
function ownRows(): string {
  const lines = Array.from({ length: OWN_ROWS }, (_, index) => {
    const name = index % 50 === 0 ? '' : `ARTICLE ${index}`;
    const price = `${index % 40},${10 + (index % 90)}`;
    return `5363${index % 37};A${index % 350};${name};${(index % 30) - 2};${price};United Kingdom`;
  });
  const header = 'InvoiceNo;StockCode;Description;Quantity;UnitPrice;Country';
  return `\uFEFF${[header, ...lines].join('\r\n')}\r\n`;
}
