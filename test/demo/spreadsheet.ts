import { utils, write, type BookType } from '@e965/xlsx';

/** A cell of a test's spreadsheet; a day is a number that is shown as a date. */
type TestCell = string | number | boolean | { day: number };

/** The bytes of a spreadsheet with the given sheets. */
export function spreadsheet(
  sheets: Record<string, readonly (readonly TestCell[])[]>,
  bookType: BookType = 'xlsx',
): Uint8Array {
  const book = utils.book_new();
  for (const [name, table] of Object.entries(sheets)) {
    const rows = table.map((row) => row.map(cellOf));
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  }
  return write(book, { type: 'buffer', bookType }) as Uint8Array;
}

function cellOf(cell: TestCell) {
  if (cell === '') return null;
  return typeof cell === 'object' ? { t: 'n', v: cell.day, z: 'yyyy-mm-dd' } : cell;
}
