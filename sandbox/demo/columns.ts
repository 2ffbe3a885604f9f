import type { PropertyDefinition } from '../hubspot/properties/definition';
import type { Sheet } from './file/sheet';
import type { Definitions } from './properties';
import { UnusableInput } from './unusableInput';

/** A column of the file and where its values go. */
export interface Column {
  name: string;
  index: number;
  /** What the node finds its values under: the property that `--map` says, or the column's name. */
  field: string;
  /** The property that it fills; it need not exist. */
  property: string;
  isMapped: boolean;
}

/** Columns by which error rows say what is wrong; a corrected file may still have them. */
export const ERROR_COLUMNS = [
  'hubspotError_message',
  'hubspotError_property',
  'hubspotError_value',
  'hubspotError_line',
] as const;

const PROPERTY_NAME = /^[a-z][a-z0-9_]*$/;

/**
 * Tells for every column of the header what the node finds its values under: the property that `maps`
 * says, else the column's own name.
 *
 * @throws UnusableInput for a column that is not there, or two columns for one property
 */
export function planColumns(header: Sheet['header'], maps: ReadonlyMap<string, string>): Column[] {
  for (const [column, property] of maps) {
    requireColumn(header, column, '--map');
    requirePropertyName(property, `--map '${column}=${property}'`);
  }
  const twice = [...maps.values()].find((property, at, all) => all.indexOf(property) !== at);
  if (twice) throw new UnusableInput(`--map gives two columns to the property ${twice}`);

  const taken = new Set(maps.values());
  return header
    .map((name, index) => {
      const field = maps.get(name) ?? name;
      return { name, index, field, property: field, isMapped: maps.has(name) };
    })
    .filter(({ name, isMapped }) => isMapped || !(taken.has(name) || isErrorColumn(name)));
}

/**
 * Finds the property that each column fills, by the node's rule but not by its code: the property
 * named like it; else the only one whose name or label has the same letters and digits. Of several
 * columns for one property that is taken which is named like it, or none.
 *
 * @param given A property that has its values from elsewhere.
 */
export function matchColumns(
  columns: readonly Column[],
  definitions: Definitions,
  given: string | undefined,
): Column[] {
  const exact = new Set([...columns.map(({ field }) => field), ...(given ? [given] : [])]);
  const wanted = columns.map((column) => {
    if (column.isMapped || definitions.has(column.field)) return column.field;
    const alike = [...definitions.values()].filter((definition) => isLike(column.name, definition));
    return alike.length === 1 ? alike[0]?.name : undefined;
  });
  return columns.map((column, index) => {
    const property = wanted[index];
    if (property === undefined || property === column.field) return column;
    const isOnlyOne = wanted.filter((other) => other === property).length === 1;
    return isOnlyOne && !exact.has(property) ? { ...column, property } : column;
  });
}

function isLike(
  name: string,
  { modificationMetadata, ...definition }: PropertyDefinition,
): boolean {
  const letters = lettersOf(name);
  if (letters === '' || modificationMetadata.readOnlyValue) return false;
  return [definition.name, definition.label].some((called) => lettersOf(called) === letters);
}

function lettersOf(text: string): string {
  return Array.from(text.normalize('NFKC').toLowerCase())
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .join('');
}

/** @throws UnusableInput listing the columns that there are */
export function requireColumn(header: Sheet['header'], column: string, option: string): void {
  if (header.includes(column)) return;
  throw new UnusableInput(`${option}: the file has no column "${column}"; ${columnList(header)}`);
}

/** What columns the file has, for a message. */
export function columnList(header: Sheet['header']): string {
  return `it has ${header.map((name) => `"${name}"`).join(', ')}`;
}

/** @throws UnusableInput where HubSpot could have no property of that internal name */
export function requirePropertyName(name: string, option: string): void {
  if (PROPERTY_NAME.test(name)) return;
  throw new UnusableInput(
    `${option}: internal property names are lower case, without blanks, e.g. unit_price`,
  );
}

export function isErrorColumn(name: string): boolean {
  return (ERROR_COLUMNS as readonly string[]).includes(name);
}
