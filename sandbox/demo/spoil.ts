import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Bait } from './baits';
import type { Column } from './columns';
import type { Sheet } from './file/sheet';
import type { Definitions } from './properties';

/** What makes a row unusable. */
export interface Spoiler {
  /** The property that the row's error has to name. */
  property: string;
  /** The node sees some of it before it sends anything; the rest HubSpot alone can refuse. */
  refusedBy: 'node' | 'hubspot';
  /** The cells that are replaced. */
  cells: readonly number[];
  valueFor: (row: number) => string;
}

/** What rows can be spoiled with. */
export interface Spoilable {
  idProperty: string;
  /** The cells that the id is made of. */
  idIndexes: readonly number[];
  columns: readonly Column[];
  definitions: Definitions;
  baits: readonly Bait[];
  /** Indexes of the rows that nothing is wrong with yet, so that each has one reason to fail. */
  goodRows: readonly number[];
}

/**
 * Makes some rows bad on purpose: without an id, with a word for a number, with no real date, with
 * a text longer than HubSpot stores; and about half of them with a value that only HubSpot can
 * refuse. The same seed spoils the same rows in the same way.
 *
 * @param share per cent of the rows, 0 to 100
 * @returns the sheet, and by its index what is wrong with each row that is bad now
 */
export function spoil(
  sheet: Sheet,
  share: number,
  spoilable: Spoilable,
  seed: number,
): { sheet: Sheet; spoiled: ReadonlyMap<number, Spoiler> } {
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(random, 0, limit - 1);
  const kinds = [seenByNode(spoilable), seenByHubspot(spoilable)].filter(
    ({ length }) => length > 0,
  );
  const pick = <One>(list: readonly One[]) => list[below(list.length)];
  const wanted = Math.round((sheet.rows.length * share) / 100);
  const chosen = chooseRows(spoilable.goodRows, wanted, below);
  const spoiled = new Map<number, Spoiler>();
  const rows = sheet.rows.map((row, index) => {
    const spoiler = chosen.has(index) ? pick(pick(kinds) ?? []) : undefined;
    if (!spoiler) return row;
    spoiled.set(index, spoiler);
    const value = spoiler.valueFor(index);
    return {
      ...row,
      cells: row.cells.map((cell, at) => (spoiler.cells.includes(at) ? value : cell)),
    };
  });
  return { sheet: { ...sheet, rows }, spoiled };
}

function chooseRows(
  rows: readonly number[],
  wanted: number,
  below: (limit: number) => number,
): Set<number> {
  const chosen = new Set<number>();
  const most = Math.min(wanted, rows.length);
  while (chosen.size < most) chosen.add(rows[below(rows.length)] ?? 0);
  return chosen;
}

function seenByNode({ idProperty, idIndexes, columns, definitions }: Spoilable): Spoiler[] {
  const bad: Partial<Record<string, string>> = {
    number: 'a dozen',
    date: 'next Tuesday',
    datetime: 'next Tuesday',
    string: 'x'.repeat(65_537),
  };
  const inColumns = columns.flatMap(({ index, property }): Spoiler[] => {
    const definition = definitions.get(property);
    const text = definition && bad[definition.type];
    const isOpen = !definition?.modificationMetadata.readOnlyValue && !idIndexes.includes(index);
    return text && isOpen
      ? [{ property, refusedBy: 'node', cells: [index], valueFor: () => text }]
      : [];
  });
  const withoutId = { property: idProperty, cells: idIndexes, valueFor: () => '' };
  return [{ ...withoutId, refusedBy: 'node' }, ...inColumns];
}

function seenByHubspot({ baits }: Spoilable): Spoiler[] {
  return baits.map(({ column: { property, index }, valueFor }) => ({
    property,
    refusedBy: 'hubspot',
    cells: [index],
    valueFor,
  }));
}
