import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { rig } from './rig';

/** Of SheetJS, which n8n itself reads and writes spreadsheets with. */
interface SheetJs {
  utils: {
    json_to_sheet(rows: readonly object[], options: object): object;
    book_new(): object;
    book_append_sheet(book: object, sheet: object, name: string): void;
  };
  writeFile: (book: object, path: string) => void;
}

/**
 * Writes rows as an office program would: numbers and dates as cells of their own kinds, which is
 * more than n8n's own Convert to File does.
 */
export function writeExcelFile(path: string, rows: readonly object[]): void {
  const require = createRequire(resolve(dirname(rig().installation.n8n), '../package.json'));
  const { utils, writeFile } = require('@e965/xlsx') as SheetJs;
  const book = utils.book_new();
  const sheet = utils.json_to_sheet(rows, { cellDates: false, UTC: true, dateNF: 'yyyy-mm-dd' });
  utils.book_append_sheet(book, sheet, 'Rows');
  writeFile(book, path);
}
