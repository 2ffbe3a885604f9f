import { ID_PROPERTY, type LineItem } from '../lineItems';
import type { Verdict } from './way';

/** What HubSpot takes in one batch. */
const CHUNK = 100;

/** Rows cut into batches, as everybody does who reads HubSpot's documentation. */
export function chunksOf(rows: LineItem[]): LineItem[][] {
  return Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, index) =>
    rows.slice(index * CHUNK, (index + 1) * CHUNK),
  );
}

/** An input of a batch upsert, as HubSpot's own examples show it: without a trace id. */
export function inputOf(row: LineItem) {
  const { [ID_PROPERTY]: id = '', ...fields } = row;
  const properties = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, String(value)]),
  );
  return { id: String(id), idProperty: ID_PROPERTY, properties };
}

/**
 * What the caller of a batch without trace ids knows about each of its records.
 *
 * @param status Of the answer; undefined where there was none.
 */
export function verdictsOf(status: number | undefined, count: number): Verdict[] {
  return new Array<Verdict>(count).fill(verdictOf(status, count));
}

function verdictOf(status: number | undefined, count: number): Verdict {
  if (status === undefined || status >= 500) return 'unanswered';
  if (status === 429) return 'throttled';
  if (status < 300) return 'written';
  return count === 1 ? 'refused' : 'refusedTogether';
}
