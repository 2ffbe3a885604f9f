import { keysIn } from './emails';
import type { ObjectTable } from './objectTable';

/** Unique values that a batch is going to write: property, value, record id. */
export type Claims = Map<string, Map<string, string>>;

/** A value that another record owns already. */
export interface Conflict {
  name: string;
  value: string;
  ownerId: string;
}

/** The record that owns a value, in this batch or before it. */
export function ownerOf(
  table: ObjectTable,
  claims: Claims,
  name: string,
  value: string,
): string | undefined {
  if (name === 'hs_object_id') return table.find(name, value)?.id;
  return claims.get(name)?.get(value) ?? table.ownerOf(name, value);
}

/** The first of the changes that takes a value from another record. */
export function findConflict(
  table: ObjectTable,
  claims: Claims,
  changes: ReadonlyMap<string, string>,
  recordId: string,
): Conflict | undefined {
  for (const [name, value] of uniqueValues(table, changes)) {
    const ownerId = ownerOf(table, claims, name, value);
    if (ownerId !== undefined && ownerId !== recordId) return { name, value, ownerId };
  }
  return undefined;
}

/** Notes the unique values among the changes as the record's. */
export function claim(
  table: ObjectTable,
  claims: Claims,
  changes: ReadonlyMap<string, string>,
  recordId: string,
): void {
  for (const [name, value] of uniqueValues(table, changes)) {
    const claimed = claims.get(name) ?? new Map<string, string>();
    claims.set(name, claimed.set(value, recordId));
  }
}

function uniqueValues(table: ObjectTable, changes: ReadonlyMap<string, string>) {
  return [...changes]
    .flatMap(([name, value]) => keysIn(name, value))
    .filter(([name]) => table.isUnique(name));
}
