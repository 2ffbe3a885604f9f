import type { Crm } from '../hubspot/crm/crm';
import type { Column } from './columns';
import type { Sheet } from './file/sheet';
import { definitionsOf } from './properties';

/** A column of its own for values that only HubSpot refuses. */
export interface Bait {
  column: Column;
  /** The value that spoils a row. */
  valueFor: (row: number) => string;
}

const SERIAL = 'serial_number';
const OWNER = 'hubspot_owner_id';
/** No owner of the account has this id. */
const NO_OWNER = '404';

const serialOf = (row: number) => `SN-${row + 1}`;

/**
 * Adds columns to a sheet that spoil a row without looking wrong: a serial number, which is unique
 * in the account, and an owner where the object type has one.
 */
export function addBaits(
  sheet: Sheet,
  objectType: string,
  store: Crm,
): { sheet: Sheet; baits: Bait[] } {
  store.addProperty(objectType, { name: SERIAL, hasUniqueValue: true });
  const valuesFor = new Map<string, Bait['valueFor']>([[SERIAL, serialOf]]);
  if (definitionsOf(store, objectType).has(OWNER)) valuesFor.set(OWNER, () => NO_OWNER);

  const names = [...valuesFor.keys()];
  const added = names.filter((name) => !sheet.header.includes(name));
  const header = [...sheet.header, ...added];
  const rows = sheet.rows.map((row) => ({ ...row, cells: [...row.cells, ...added.map(() => '')] }));
  const baits = Array.from(valuesFor, ([name, valueFor]) => ({
    column: {
      ...{ name, index: header.indexOf(name) },
      ...{ field: name, property: name, isMapped: false },
    },
    valueFor,
  }));
  return { sheet: { ...sheet, header, rows }, baits };
}

/** Lets other records own the serial numbers of the rows that were spoiled with them. */
export function takeSerials(
  rows: Iterable<[row: number, spoiler: { property: string }]>,
  objectType: string,
  store: Crm,
): void {
  for (const [row, { property }] of rows) {
    if (property === SERIAL) store.put(objectType, { [SERIAL]: serialOf(row) });
  }
}
