import { UnusableInput } from '../unusableInput';

/** A value as the file has it: only spreadsheets and JSON tell numbers and truths from text. */
export type Cell = string | number | boolean;

export interface Row {
  /** Where it ends in the file, counted from 1 as the file's own program does. */
  line: number;
  cells: readonly Cell[];
}

/** A row that has not the cells that the header names. */
interface RaggedRow extends Row {
  reason: string;
}

export interface Sheet {
  header: readonly string[];
  /** With as many cells as the header. */
  rows: readonly Row[];
  ragged: readonly RaggedRow[];
  /** What the file counts its rows by. */
  place: 'line' | 'row' | 'entry';
  /** Indexes of columns whose numbers the file itself shows as dates. */
  dateColumns: ReadonlySet<number>;
}

/** A file of rows, and how to save others in the same form. */
export interface TableFile {
  sheet: Sheet;
  /** With the point. */
  extension: string;
  /** The rows are saved in the form that the file has, so that they can be read like it. */
  save: (path: string, table: readonly (readonly Cell[])[]) => Promise<void>;
}

const MOST_UNNAMED = 0.5;

/**
 * The names of the columns. A column without one is called by its number, so that it fills nothing.
 *
 * @throws UnusableInput where the line cannot be a header
 */
export function columnNames(cells: readonly Cell[], where: string): string[] {
  const texts = cells.map((cell) => String(cell));
  const unnamed = texts.filter((text) => text.trim() === '').length;
  if (unnamed > 0 && unnamed >= texts.length * MOST_UNNAMED) {
    throw new UnusableInput(
      `${unnamed} of ${texts.length} columns have no name on ${where}: say where the header stands with --header-line`,
    );
  }
  const names = texts.map((text, index) => (text.trim() === '' ? `(column ${index + 1})` : text));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UnusableInput(`the header names "${twice}" twice`);
  return names;
}

export const isEmptyCell = (cell: Cell | undefined) => cell === undefined || cell === '';

/** The cells up to the last one that holds something, but as many as wanted. */
export function withoutEmptyEnd(cells: readonly Cell[], atLeast = 0): readonly Cell[] {
  const last = cells.findLastIndex((cell) => !isEmptyCell(cell));
  return cells.slice(0, Math.max(last + 1, atLeast));
}
