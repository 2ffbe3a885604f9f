import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Column } from './columns';
import type { Sheet } from './csvFile';
import type { Definitions } from './properties';

/** What is put into which cells to make a row unusable. */
type Spoiler = ReadonlyMap<number, string>;

/**
 * Makes some rows bad on purpose: without an id, with a word for a number, with no real date, with
 * a text longer than HubSpot stores. The same seed spoils the same rows in the same way.
 *
 * @param share per cent of the rows, 0 to 100
 * @param idIndexes the cells that the id is made of
 * @returns the sheet, and the indexes of the rows that are bad now
 */
export function spoil(
  sheet: Sheet,
  share: number,
  idIndexes: readonly number[],
  columns: readonly Column[],
  definitions: Definitions,
  seed: number,
): { sheet: Sheet; spoiled: ReadonlySet<number> } {
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(random, 0, limit - 1);
  const spoilers = spoilersFor(idIndexes, columns, definitions);
  const spoiled = chooseRows(sheet.rows.length, share, below);
  const rows = sheet.rows.map((row, index) => {
    const spoiler = spoiled.has(index) ? spoilers[below(spoilers.length)] : undefined;
    if (!spoiler) return row;
    return { ...row, cells: row.cells.map((cell, at) => spoiler.get(at) ?? cell) };
  });
  return { sheet: { ...sheet, rows }, spoiled };
}

function chooseRows(count: number, share: number, below: (limit: number) => number): Set<number> {
  const wanted = Math.round((count * share) / 100);
  const chosen = new Set<number>();
  while (chosen.size < wanted) chosen.add(below(count));
  return chosen;
}

function spoilersFor(
  idIndexes: readonly number[],
  columns: readonly Column[],
  definitions: Definitions,
): Spoiler[] {
  const bad: Partial<Record<string, string>> = {
    number: 'a dozen',
    date: 'next Tuesday',
    datetime: 'next Tuesday',
    string: 'x'.repeat(65_537),
  };
  const inColumns = columns.flatMap(({ index, property }) => {
    const definition = definitions.get(property);
    const text = definition && bad[definition.type];
    const isOpen = !definition?.modificationMetadata.readOnlyValue && !idIndexes.includes(index);
    return text && isOpen ? [new Map([[index, text]])] : [];
  });
  return [new Map(idIndexes.map((index) => [index, ''])), ...inColumns];
}
