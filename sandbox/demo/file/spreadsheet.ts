import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { read, SSF, utils, write, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { UnusableInput } from '../unusableInput';
import {
  columnNames,
  isEmptyCell,
  withoutEmptyEnd,
  type Cell,
  type Row,
  type TableFile,
} from './sheet';

export interface SpreadsheetForm {
  /** The first one where it is not named. */
  sheetName: string | undefined;
  /** The row that names the columns, from 1. */
  headerLine: number;
}

/** The first bytes of a zip archive, which an XLSX is, and of the container that an XLS is. */
const XLSX = [0x50, 0x4b, 0x03, 0x04];
const XLS = [0xd0, 0xcf, 0x11, 0xe0];

type Kind = 'xlsx' | 'xls';

/** What kind of spreadsheet bytes are, whatever their file is called. */
export function spreadsheetKind(bytes: Uint8Array): Kind | undefined {
  const begins = (mark: readonly number[]) => mark.every((byte, index) => bytes[index] === byte);
  return begins(XLSX) ? 'xlsx' : begins(XLS) ? 'xls' : undefined;
}

/**
 * Reads one sheet, with cells as n8n's Extract from File gives them: numbers as numbers, dates as
 * counts of days.
 *
 * @throws UnusableInput
 */
export function spreadsheetFile(bytes: Uint8Array, kind: Kind, form: SpreadsheetForm): TableFile {
  const book = readBook(bytes);
  const { name, sheet } = chooseSheet(book, form.sheetName);
  const all = allRows(sheet);
  const at = all.findIndex(({ line }) => line === form.headerLine);
  const named = withoutEmptyEnd(all[at]?.cells ?? []).length;
  const body = all.slice(at + 1).filter(({ cells }) => !cells.every(isEmptyCell));
  if (at < 0 || named === 0) throw new UnusableInput(noHeader(all, form, name));
  const width = body.reduce(
    (most, { cells }) => Math.max(most, withoutEmptyEnd(cells).length),
    named,
  );
  const formats = numberFormats(sheet, body, width);
  return {
    sheet: {
      header: columnNames(headerTexts(sheet, form.headerLine, width), `row ${form.headerLine}`),
      rows: body.map(({ line, cells }) => ({ line, cells: cells.slice(0, width) })),
      ragged: [],
      place: 'row',
      dateColumns: new Set(
        [...formats].filter(([, format]) => showsDate(format)).map(([column]) => column),
      ),
    },
    extension: `.${kind}`,
    save: async (path, table) => {
      await mkdir(dirname(path), { recursive: true });
      const before = all.slice(0, at).map(({ cells }) => cells);
      const columns = (table[0]?.length ?? 0) - width;
      const saved = toSheet([...before, ...table], shifted(formats, columns));
      const copy = utils.book_new(saved, name);
      await writeFile(
        path,
        write(copy, { type: 'buffer', bookType: kind === 'xls' ? 'biff8' : kind }) as Uint8Array,
      );
    },
  };
}

/** The package does not type what it knows of formats. */
const showsDate = (SSF as { is_date: (format: string) => boolean }).is_date;

function readBook(bytes: Uint8Array): WorkBook {
  try {
    return read(bytes, { type: 'array', cellNF: true });
  } catch (error) {
    const { message } = error as Error;
    throw new UnusableInput(
      /password/i.test(message)
        ? 'it is protected by a password: save it without'
        : `it is no spreadsheet that can be read: ${message}`,
    );
  }
}

function chooseSheet({ SheetNames, Sheets, Workbook }: WorkBook, wanted: string | undefined) {
  if (Workbook?.WBProps?.date1904) {
    throw new UnusableInput('it counts days from 1904, which n8n does not heed: save it as CSV');
  }
  const name = wanted ?? SheetNames[0] ?? '';
  const sheet = Sheets[name];
  if (sheet) return { name, sheet };
  const names = SheetNames.map((known) => `"${known}"`).join(', ');
  throw new UnusableInput(
    names === '' ? 'it has no sheet of rows' : `--sheet '${name}': it has ${names}`,
  );
}

/**
 * Rows with their numbers, the empty ones among them, up to the last cell that holds something: what
 * the file calls its range may go on for a million formatted rows.
 */
function allRows(sheet: WorkSheet): Row[] {
  let height = 0;
  let width = 0;
  for (const address of Object.keys(sheet)) {
    if (address.startsWith('!')) continue;
    const { r: row, c: column } = utils.decode_cell(address);
    if (valueOf(sheet, row + 1, column) === '') continue;
    height = Math.max(height, row + 1);
    width = Math.max(width, column + 1);
  }
  return Array.from({ length: height }, (_, row) => ({
    line: row + 1,
    cells: Array.from({ length: width }, (__, column) => valueOf(sheet, row + 1, column)),
  }));
}

/** What a cell holds, whatever it shows; nothing where that is the error of a formula. */
function valueOf(sheet: WorkSheet, line: number, column: number): Cell {
  const { t: type, v: value } = cellAt(sheet, line, column) ?? {};
  return type === 'e' || value === undefined || value instanceof Date ? '' : value;
}

/** As the sheet shows them, since n8n names fields so: a year as a number, a date as a date. */
function headerTexts(sheet: WorkSheet, line: number, width: number): string[] {
  return Array.from({ length: width }, (_, column) => {
    const cell = cellAt(sheet, line, column);
    return cell === undefined || cell.t === 'z' ? '' : utils.format_cell(cell);
  });
}

/** By column, how its first number is shown. */
function numberFormats(sheet: WorkSheet, rows: readonly Row[], width: number): Map<number, string> {
  const formats = new Map<number, string>();
  for (let column = 0; column < width; column += 1) {
    const first = rows.find(({ cells }) => typeof cells[column] === 'number');
    const format = first && cellAt(sheet, first.line, column)?.z;
    if (format !== undefined && format !== 'General') formats.set(column, String(format));
  }
  return formats;
}

function cellAt(sheet: WorkSheet, line: number, column: number) {
  return sheet[utils.encode_cell({ r: line - 1, c: column })] as
    Parameters<typeof utils.format_cell>[0] | undefined;
}

function shifted(formats: ReadonlyMap<number, string>, by: number): Map<number, string> {
  return new Map([...formats].map(([column, format]) => [column + by, format]));
}

function toSheet(
  table: readonly (readonly Cell[])[],
  formats: ReadonlyMap<number, string>,
): WorkSheet {
  const sheet = utils.aoa_to_sheet(
    table.map((row) => row.map((cell) => (cell === '' ? null : cell))),
  );
  for (const [row, cells] of table.entries()) {
    for (const [column, format] of formats) {
      const cell = cellAt(sheet, row + 1, column);
      if (cell && typeof cells[column] === 'number') cell.z = format;
    }
  }
  return sheet;
}

function noHeader(rows: readonly Row[], { headerLine }: SpreadsheetForm, name: string): string {
  const first = rows.find(({ cells }) => !cells.every(isEmptyCell));
  if (first === undefined) return `its sheet "${name}" is empty`;
  return `row ${headerLine} of its sheet "${name}" names no columns: the first row that holds something is --header-line ${first.line}`;
}
