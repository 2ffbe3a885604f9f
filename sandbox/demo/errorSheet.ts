import { basename, extname, join } from 'node:path';
import { ERROR_COLUMNS, isErrorColumn } from './columns';
import type { Sheet } from './csvFile';
import { shorten, type Failure } from './failures';

/** The whole value stands in its own cell. */
const LONGEST_VALUE = 200;

/**
 * The rows that failed, as they stand in the file, with what is wrong with each beside them: fix
 * the cells, and the table can be read again like the file it came from.
 */
export function errorTable({ header, rows }: Sheet, failures: readonly Failure[]): string[][] {
  const kept = [...header.keys()].filter((index) => !isErrorColumn(header[index] ?? ''));
  const own = (cells: readonly string[]) => kept.map((index) => cells[index] ?? '');
  return [
    [...own(header), ...ERROR_COLUMNS],
    ...failures.map(({ index, message, property, value }) => [
      ...own(rows[index]?.cells ?? []),
      message,
      property,
      shorten(value, LONGEST_VALUE),
    ]),
  ];
}

/**
 * Where the rows of a file that failed are saved: `sheet.errors.csv`. The errors of such a file go
 * to `sheet.errors-2.csv`, so that nobody's corrections are overwritten.
 */
export function errorFile(folder: string, source: string): string {
  const stem = basename(source, extname(source));
  const [, name = stem, again] = /^(.*)\.errors(?:-(\d+))?$/.exec(stem) ?? [];
  const suffix = name === stem ? '' : `-${Number(again ?? 1) + 1}`;
  return join(folder, `${name}.errors${suffix}.csv`);
}
