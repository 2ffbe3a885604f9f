import type { Crm } from '../hubspot/crm/crm';
import { DEAL_KEY, DEALS } from './deals';

/** Which deals the account's records are linked with. */
export interface Links {
  /** Keys of deals by the value of the records' idProperty. */
  held: ReadonlyMap<string, ReadonlySet<string>>;
  /** Keys of deals by their record ids. */
  keys: ReadonlyMap<string, string>;
}

/** Reads the account's links with deals. */
export function linksIn(store: Crm, objectType: string, idProperty: string): Links {
  const byId = (type: string, property: string) =>
    new Map(store.records(type).map(({ id, properties }) => [id, properties[property] ?? '']));
  const ids = byId(objectType, idProperty);
  const keys = byId(DEALS, DEAL_KEY);
  const held = new Map<string, Set<string>>();
  for (const { fromId, toId } of store.associations.all(objectType, DEALS)) {
    const id = ids.get(fromId) ?? '';
    held.set(id, (held.get(id) ?? new Set()).add(keys.get(toId) ?? toId));
  }
  return { held, keys };
}
