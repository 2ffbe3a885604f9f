import type { PropertyValues, RecordResult } from '../hubspot/types';
import type { RecordWrite } from '../model/record';
import { comparableId } from '../values/searchedId';
import type { ToWrite } from './decide';

/** What HubSpot would hold if a dry run had made the writes that it has decided on so far. */
export class DryRunStore {
  private readonly values = new Map<string, PropertyValues>();

  /** What it would hold for the record by now. */
  heldFor(write: RecordWrite, held: readonly RecordResult[]): readonly RecordResult[] {
    const values = this.values.get(keyOf(write, held[0]));
    if (values === undefined || held.length > 1) return held;
    return [{ ...held[0], properties: { ...held[0]?.properties, ...values } }];
  }

  /** Takes in one more write. */
  note(write: RecordWrite, { changes = {}, held }: ToWrite): void {
    const key = keyOf(write, held);
    const after: PropertyValues = { ...this.values.get(key) };
    for (const [property, { to }] of Object.entries(changes)) after[property] = to;
    this.values.set(key, after);
  }
}

/** Two addresses may lead to one contact; a record that is not there yet is known by its key alone. */
function keyOf({ target, id }: RecordWrite, held: RecordResult | undefined): string {
  const { objectType, idProperty, lookup } = target;
  if (held?.id !== undefined) return JSON.stringify([objectType, held.id]);
  // Only a search finds a record in other letters.
  const key = lookup === 'search' ? comparableId(target, id) : id;
  return JSON.stringify([objectType, idProperty, key]);
}
