import { readFile } from 'node:fs/promises';
import { UnusableInput } from '../unusableInput';
import { csvFile, type CsvForm } from './csv';
import { decode } from './encoding';
import { jsonFile, looksLikeJson } from './json';
import type { TableFile } from './sheet';
import { spreadsheetFile, spreadsheetKind, type SpreadsheetForm } from './spreadsheet';

/** What cannot be seen in the file itself. */
export interface FileForm extends CsvForm, SpreadsheetForm {
  encoding: string;
}

const WEB_PAGE = /^\s*<(?:!doctype|html|table|\?xml|meta|head)/i;

/**
 * Reads a table from a file: CSV, XLSX, XLS or JSON, by what stands in it and not by its name.
 *
 * @throws UnusableInput naming the file
 */
export async function readTable(path: string, form: FileForm): Promise<TableFile> {
  const bytes = await readBytes(path);
  try {
    return tableOf(bytes, form);
  } catch (error) {
    if (error instanceof UnusableInput) throw new UnusableInput(`${path}: ${error.message}`);
    throw error;
  }
}

function tableOf(bytes: Buffer, form: FileForm): TableFile {
  const kind = spreadsheetKind(bytes);
  if (kind) return spreadsheetFile(bytes, kind, form);
  if (form.sheetName !== undefined) {
    throw new UnusableInput(`--sheet '${form.sheetName}': only XLSX and XLS have sheets`);
  }
  const decoded = decode(bytes, form.encoding);
  if (WEB_PAGE.test(decoded.text)) {
    throw new UnusableInput(
      'it is a web page, whatever its name: open it in a spreadsheet program and save it as XLSX or CSV',
    );
  }
  if (!looksLikeJson(decoded.text)) return csvFile(decoded, form);
  if (form.headerLine !== 1) throw new UnusableInput('--header-line: JSON has no header');
  return jsonFile(decoded.text);
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
