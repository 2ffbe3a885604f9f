import type { Crm } from '../hubspot/crm/crm';
import { requireColumn, type Column } from './columns';
import type { CellsByProperty } from './expectation';
import type { Cell } from './file/sheet';
import { definitionsOf, type Definitions } from './properties';
import { storedId } from './secondOpinion/storedId';
import { trimmed } from './secondOpinion/trimmed';
import type { ValueRules } from './secondOpinion/valueRules';
import { UnusableInput } from './unusableInput';

/** Deals that rows name in one of their columns. */
export interface NamedDeals {
  /** What the node finds the column's values under. */
  field: string;
  /** What the row's cells have them under. */
  property: string;
  definitions: Definitions;
  rules: ValueRules;
  /** How many were made. */
  made: number;
  /** The key of the one that was not made, so that it shows what becomes of its rows. */
  missing: string | undefined;
}

export const DEALS = 'deals';
/** The property that deals are found by; it is unique in the account. */
export const DEAL_KEY = 'deal_key';

/** @throws UnusableInput where HubSpot does not associate the object type with deals */
export function requireDealsFor(objectType: string, store: Crm): void {
  const [from, deals] = [objectType, DEALS].map((type) => store.table(type)?.type.objectTypeId);
  if (from === deals) throw new UnusableInput('--deal links records of other types with deals');
  if (from === undefined || deals === undefined) return;
  if (store.associations.types.between(from, deals).length > 0) return;
  throw new UnusableInput(`--deal: HubSpot does not associate ${objectType} with deals`);
}

/**
 * Makes a deal for every key that a column holds, as the other half of an import would have, but leaves
 * out the second one.
 *
 * @throws UnusableInput where there is no such column
 */
export function makeDeals(
  name: string,
  columns: readonly Column[],
  rowsOf: (columns: readonly Column[]) => readonly CellsByProperty[],
  rules: ValueRules,
  store: Crm,
): NamedDeals {
  requireColumn(
    columns.map((column) => column.name),
    name,
    '--deal',
  );
  const column = columns.find((each) => each.name === name) as Column;
  const { field, property } = column;
  const definitions = definitionsOf(store, DEALS);
  const named = { field, property, definitions, rules };
  const keys = new Set(rowsOf([column]).flatMap((row) => dealKeys(row, named) ?? []));
  const missing = [...keys][1];
  if (missing !== undefined) keys.delete(missing);
  for (const key of keys) store.put(DEALS, { [DEAL_KEY]: key, dealname: `Deal ${key}` });
  return { ...named, made: keys.size, missing };
}

/** The keys of the deals that a row names; undefined where HubSpot could hold one of them for no key. */
export function dealKeys(
  row: CellsByProperty,
  { property, definitions, rules }: Pick<NamedDeals, 'property' | 'definitions' | 'rules'>,
): string[] | undefined {
  const keys = parts(row[property] ?? '').map((part) =>
    storedId(part, DEAL_KEY, definitions, rules),
  );
  const known = keys.filter((key) => key !== undefined);
  return known.length === keys.length ? [...new Set(known)] : undefined;
}

function parts(cell: Cell): Cell[] {
  return typeof cell === 'string' ? cell.split(';').filter((part) => trimmed(part) !== '') : [cell];
}
