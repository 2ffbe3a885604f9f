import type { DateFormat } from './dateFormat';
import type { Sheet } from './csvFile';
import { UnusableInput } from './unusableInput';

/** A column of the file and where its values go. */
export interface Column {
  name: string;
  index: number;
  /** The property of that name, or the one that `--map` says; it need not exist. */
  property: string;
  isMapped: boolean;
  date?: DateFormat;
}

/** Columns by which error rows say what is wrong; a corrected file may still have them. */
export const ERROR_COLUMNS = [
  'hubspotError_message',
  'hubspotError_property',
  'hubspotError_value',
] as const;

const PROPERTY_NAME = /^[a-z][a-z0-9_]*$/;

/**
 * Decides for every column of the header which property its values are for: the one that `maps`
 * says, else the one of the column's own name, as the node maps automatically.
 *
 * @throws UnusableInput for a column that is not there, or two columns for one property
 */
export function planColumns(
  header: Sheet['header'],
  maps: ReadonlyMap<string, string>,
  dates: ReadonlyMap<string, DateFormat>,
): Column[] {
  for (const [column, property] of maps) {
    requireColumn(header, column, '--map');
    requirePropertyName(property, `--map '${column}=${property}'`);
  }
  for (const column of dates.keys()) requireColumn(header, column, '--date');
  const twice = [...maps.values()].find((property, at, all) => all.indexOf(property) !== at);
  if (twice) throw new UnusableInput(`--map gives two columns to the property ${twice}`);

  const taken = new Set(maps.values());
  return header
    .map((name, index) => ({
      name,
      index,
      property: maps.get(name) ?? name,
      isMapped: maps.has(name),
      date: dates.get(name),
    }))
    .filter(({ name, isMapped }) => isMapped || !(taken.has(name) || isErrorColumn(name)));
}

/** @throws UnusableInput listing the columns that there are */
export function requireColumn(header: Sheet['header'], column: string, option: string): void {
  if (header.includes(column)) return;
  throw new UnusableInput(
    `${option}: the file has no column "${column}"; it has ${header.map((name) => `"${name}"`).join(', ')}`,
  );
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
