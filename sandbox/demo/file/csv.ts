import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { UnusableInput } from '../unusableInput';
import { likelyDelimiter, nameOf } from './delimiter';
import { encode, type Decoded } from './encoding';
import { lineCounter, lineEndOf, startOfLine } from './lines';
import { columnNames, withoutEmptyEnd, type Row, type Sheet, type TableFile } from './sheet';

export interface CsvForm {
  /** Undefined is to be found out. */
  delimiter: string | undefined;
  /** The line that names the columns, from 1. */
  headerLine: number;
}

/** How a file writes its table, so that another can be written alike. */
interface Dialect {
  delimiter: string;
  lineEnd: string;
  /** What stands before the header. */
  preamble: string;
}

interface Parsed {
  record: string[];
  /** Where the record ends, line break included. */
  info: { bytes: number };
}

/** Excel's own word about the file, which stands before everything else. */
const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\n|\r)/i;

/** @throws UnusableInput naming the line where there is one */
export function csvFile(decoded: Decoded, form: CsvForm): TableFile {
  const { sheet, dialect } = parseCsv(decoded.text, form);
  return {
    sheet,
    extension: '.csv',
    save: async (path, table) => {
      const { delimiter, lineEnd, preamble } = dialect;
      const texts = table.map((row) => row.map(String));
      const text = preamble + stringify(texts, { delimiter, record_delimiter: lineEnd });
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, encode(text, decoded.encoding, decoded.bom));
    },
  };
}

/** @throws UnusableInput */
export function parseCsv(
  text: string,
  { delimiter: wanted, headerLine }: CsvForm,
): { sheet: Sheet; dialect: Dialect } {
  if (text.trim() === '') throw new UnusableInput('it is empty');
  const [separatorLine = '', separator] = SEPARATOR_LINE.exec(text) ?? [];
  const preamble = text.slice(0, Math.max(separatorLine.length, startOfLine(text, headerLine)));
  const table = text.slice(preamble.length);
  if (table.trim() === '')
    throw new UnusableInput(`--header-line ${headerLine}: it has no such line`);
  const lineEnd = lineEndOf(table);
  const delimiter = wanted ?? separator ?? likelyDelimiter(table);
  const lineAt = lineCounter(text, preamble.length);
  const [head, ...body] = parseRecords(table, delimiter, lineEnd).map(({ record, info }): Row => ({
    line: lineAt(info.bytes),
    cells: record,
  }));
  const rows = [
    head ?? NO_HEADER,
    ...body.filter(({ cells }) => cells.some((cell) => cell !== '')),
  ];
  return { sheet: toSheet(rows, delimiter), dialect: { delimiter, lineEnd, preamble } };
}

const NO_HEADER: Row = { line: 1, cells: [] };

function toSheet([head = NO_HEADER, ...body]: readonly Row[], delimiter: string): Sheet {
  const named = withoutEmptyEnd(head.cells).length;
  const fitting = body.filter(({ cells }) => cells.length <= head.cells.length);
  const filled = fitting.map(({ cells }) => withoutEmptyEnd(cells).length);
  const width = filled.reduce((widest, length) => Math.max(widest, length), named);
  const reasonOf = ({ cells }: Row) =>
    cells.length < width || withoutEmptyEnd(cells).length > width
      ? `the header has ${width} columns, this line has ${counted(cells.length)}`
      : undefined;
  const ragged = body.flatMap((row) => {
    const reason = reasonOf(row);
    return reason === undefined ? [] : [{ ...row, reason }];
  });
  requireHeader(head, body, ragged, delimiter);
  return {
    header: columnNames(head.cells.slice(0, width), `line ${head.line}`),
    rows: body
      .filter((row) => reasonOf(row) === undefined)
      .map(({ line, cells }) => ({ line, cells: cells.slice(0, width) })),
    ragged,
    place: 'line',
    dateColumns: new Set(),
  };
}

/** Where most lines are not as wide as the header, the header is not what it was taken for. */
function requireHeader(
  { line, cells }: Row,
  body: readonly Row[],
  ragged: readonly Row[],
  delimiter: string,
): void {
  if (ragged.length <= body.length / 2) return;
  const usual = usualWidth(body);
  const first = body.find((row) => row.cells.length === usual);
  const told = `line ${line}, which should name the columns, has ${counted(cells.length)} separated by ${nameOf(delimiter)}`;
  throw new UnusableInput(
    ragged.length > 1 && first && usual > cells.length
      ? `${told}, and most lines have ${usual}: does the header stand further down, --header-line ${first.line}?`
      : `${told}, and ${ragged.length} of ${body.length} lines have not: say how they are separated with --delimiter`,
  );
}

function usualWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of rows) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  const [[width = 0] = []] = [...counts].sort(([, one], [, other]) => other - one);
  return width;
}

const counted = (fields: number) => `${fields} ${fields === 1 ? 'field' : 'fields'}`;

function parseRecords(text: string, delimiter: string, lineEnd: string): Parsed[] {
  try {
    return parse(text, {
      delimiter,
      // A Windows file may hold lines that another program added.
      record_delimiter: lineEnd === '\r' ? '\r' : ['\r\n', '\n'],
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (error instanceof CsvError) throw new UnusableInput(error.message);
    throw error;
  }
}
