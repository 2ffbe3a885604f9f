import { basename, extname, join } from 'node:path';
import { ERROR_COLUMNS, isErrorColumn } from './columns';
import { shorten, type Failure } from './failures';
import type { Cell, Sheet } from './file/sheet';

/** The whole value stands in its own cell. */
const LONGEST_VALUE = 200;

/**
 * The rows that failed, as they stand in the file, and before them what is wrong with each: fix the
 * cells, and the table can be read again like the file it came from. What is wrong comes first, since
 * a row with a cell too many would push it out of its columns.
 */
export function errorTable(header: Sheet['header'], failures: readonly Failure[]): Cell[][] {
  const own = (cells: readonly Cell[]) =>
    cells.filter((_, index) => !isErrorColumn(header[index] ?? ''));
  return [
    [...ERROR_COLUMNS, ...own(header)],
    ...failures.map(({ row, message, property, value }) => [
      message,
      property,
      shorten(value, LONGEST_VALUE),
      row.line,
      ...own(row.cells),
    ]),
  ];
}

/**
 * Where the rows of a file that failed are saved: `sheet.errors.csv`. The errors of such a file go
 * to `sheet.errors-2.csv`, so that nobody's corrections are overwritten.
 *
 * @param extension With the point.
 */
export function errorFile(folder: string, source: string, extension: string): string {
  const stem = basename(source, extname(source));
  const [, name = stem, again] = /^(.*)\.errors(?:-(\d+))?$/.exec(stem) ?? [];
  const suffix = name === stem ? '' : `-${Number(again ?? 1) + 1}`;
  return join(folder, `${name}.errors${suffix}${extension}`);
}
