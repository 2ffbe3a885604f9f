import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { decode, encode } from './encoding';
import { UnusableInput } from './unusableInput';

/** How a file writes its table, so that another can be written alike. */
export interface Dialect {
  delimiter: string;
  encoding: string;
  bom: boolean;
  newline: '\n' | '\r\n';
}

export interface Row {
  /** Where it ends in the file; the header is on line 1. */
  line: number;
  /** As many as the header has, as text. */
  cells: readonly string[];
}

export interface Sheet {
  header: readonly string[];
  rows: readonly Row[];
}

interface Parsed {
  record: string[];
  /** Where the record ends, line break included. */
  info: { bytes: number };
}

const NEWLINE = 0x0a;
const RAGGED_SHOWN = 3;

/**
 * Reads a CSV file whose first line names the columns.
 *
 * @throws UnusableInput naming the file, and the line where there is one
 */
export async function readCsv(
  path: string,
  { delimiter, encoding }: Pick<Dialect, 'delimiter' | 'encoding'>,
): Promise<{ sheet: Sheet; dialect: Dialect }> {
  const bytes = await readBytes(path);
  try {
    const { text, bom } = decode(bytes, encoding);
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    return { sheet: parseSheet(text, delimiter), dialect: { delimiter, encoding, bom, newline } };
  } catch (error) {
    if (error instanceof UnusableInput) throw new UnusableInput(`${path}: ${error.message}`);
    throw error;
  }
}

/** Writes a table in the given manner, and the folder if it is missing. */
export async function writeCsv(
  path: string,
  table: readonly (readonly string[])[],
  { delimiter, encoding, bom, newline }: Dialect,
): Promise<void> {
  const text = stringify(
    table.map((row) => [...row]),
    { delimiter, record_delimiter: newline },
  );
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, encode(text, encoding, bom));
}

/** @throws UnusableInput */
export function parseSheet(text: string, delimiter: string): Sheet {
  if (text.trim() === '') throw new UnusableInput('it is empty');
  const [head, ...body] = parseRecords(text, delimiter);
  const header = head?.record ?? [];
  checkHeader(header, delimiter);
  const lineAt = lineCounter(text);
  const rows = body.map(({ record, info }) => ({ line: lineAt(info.bytes), cells: record }));
  const ragged = rows.filter(({ cells }) => cells.length !== header.length);
  if (ragged.length > 0) throw new UnusableInput(describeRagged(ragged, header.length));
  return { header, rows };
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const reasons: Record<string, string> = {
      ENOENT: 'there is no such file',
      EISDIR: 'it is a folder, not a file',
      EACCES: 'you may not read it',
    };
    throw new UnusableInput(`${path}: ${reasons[code ?? ''] ?? `it cannot be read (${code})`}`);
  }
}

function parseRecords(text: string, delimiter: string): Parsed[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[];
  } catch (error) {
    if (error instanceof CsvError) throw new UnusableInput(error.message);
    throw error;
  }
}

/**
 * Tells on which line of a text the record ends that ends before a byte; to be asked in order.
 * The parser's own count takes a CRLF inside quotes for two lines.
 */
function lineCounter(text: string): (end: number) => number {
  const bytes = Buffer.from(text, 'utf8');
  let line = 1;
  let at = 0;
  return (end) => {
    for (; at < end - 1; at += 1) if (bytes[at] === NEWLINE) line += 1;
    return line;
  };
}

function checkHeader(header: readonly string[], delimiter: string): void {
  const other = [';', ',', '\t'].find((mark) => mark !== delimiter && header[0]?.includes(mark));
  if (header.length === 1 && other) {
    const named = other === '\t' ? 'tab' : other;
    throw new UnusableInput(`its header is one column: is it separated by --delimiter '${named}'?`);
  }
  const unnamed = header.findIndex((name) => name.trim() === '');
  if (unnamed >= 0) throw new UnusableInput(`column ${unnamed + 1} has no name in the header`);
  const twice = header.find((name, index) => header.indexOf(name) !== index);
  if (twice !== undefined) throw new UnusableInput(`the header names "${twice}" twice`);
}

function describeRagged(ragged: readonly Row[], width: number): string {
  const shown = ragged
    .slice(0, RAGGED_SHOWN)
    .map(
      ({ line, cells }) =>
        `line ${line} has ${cells.length} ${cells.length === 1 ? 'field' : 'fields'}`,
    );
  const more = ragged.length > RAGGED_SHOWN ? `, and ${ragged.length - RAGGED_SHOWN} more` : '';
  return `the header has ${width} columns, but ${shown.join(', ')}${more}`;
}
