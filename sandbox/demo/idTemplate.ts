import { UnusableInput } from './unusableInput';

/** The value that identifies a row, from the row's cells by column name. */
export type IdOf = (cell: (column: string) => string) => string;

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The columns that a template such as `{InvoiceNo}-{StockCode}` is made of. */
export function columnsOf(template: string): string[] {
  return Array.from(template.matchAll(PLACEHOLDER), ([, column = '']) => column);
}

/**
 * Makes ids by filling in a template. A row in which one of the columns is blank has no id: half a
 * key would throw different rows together.
 *
 * @throws UnusableInput when the template names no column, or has a stray brace
 */
export function idTemplate(template: string): IdOf {
  const columns = columnsOf(template);
  if (columns.length === 0) {
    throw new UnusableInput(`--id-template '${template}' names no column: write e.g. '{Invoice}'`);
  }
  if (/[{}]/.test(template.replaceAll(PLACEHOLDER, ''))) {
    throw new UnusableInput(`--id-template '${template}' has a brace without its partner`);
  }
  return (cell) => {
    if (columns.some((column) => cell(column).trim() === '')) return '';
    return template.replaceAll(PLACEHOLDER, (_, column: string) => cell(column).trim());
  };
}
