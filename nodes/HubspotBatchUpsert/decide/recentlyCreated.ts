import { objectTypeInPaths } from '../hubspot/objectTypeNames';
import type { KeyedRecord } from '../model/record';
import { comparableId } from '../values/searchedId';

/** Longer than HubSpot's search lags; whether a record is still there is read from the store. */
const KEPT_MS = 600_000;

/** More than can be created at the pace of searches while one of them lags. */
const MOST = 50_000;

interface Created {
  recordId: string;
  at: number;
}

/** Records that this process created on one account, by what they are searched by: HubSpot's search does not show them yet. */
export class RecentlyCreated {
  private readonly byKey = new Map<string, Created>();
  private lastAt = -Infinity;

  /** Takes in that a record was created. The oldest are forgotten first. */
  note(created: KeyedRecord, recordId: string, now = Date.now()): void {
    const key = keyOf(created);
    this.byKey.delete(key);
    this.byKey.set(key, { recordId, at: now });
    this.lastAt = now;
    for (const [oldest, { at }] of this.byKey) {
      if (this.byKey.size <= MOST && at >= now - KEPT_MS) break;
      this.byKey.delete(oldest);
    }
  }

  /** The id of the record that was created for this one; undefined where none was, or long ago. */
  idOf(sought: KeyedRecord, now = Date.now()): string | undefined {
    const created = this.byKey.get(keyOf(sought));
    return created && created.at >= now - KEPT_MS ? created.recordId : undefined;
  }

  /** Was all of it created so long ago that searches show it? */
  isOld(now = Date.now()): boolean {
    return this.lastAt < now - KEPT_MS;
  }
}

function keyOf({ target, id }: KeyedRecord): string {
  const { objectType, idProperty } = target;
  return JSON.stringify([objectTypeInPaths(objectType), idProperty, comparableId(target, id)]);
}
