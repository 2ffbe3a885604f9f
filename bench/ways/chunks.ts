import { ID_PROPERTY, type LineItem } from '../lineItems';
import type { Told, Verdict } from './way';

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

/** What an answer to a batch holds, as far as the ways look at it. */
export interface BatchResults {
  results?: Array<{ id: string }>;
}

/**
 * What the caller of a batch without trace ids knows about each of its records. Whose a result is can
 * only be read from its place.
 *
 * @param status Of the answer; undefined where there was none.
 */
export function toldOf(
  status: number | undefined,
  count: number,
  results: BatchResults['results'] = [],
): Told[] {
  const verdict = verdictOf(status, count);
  return Array.from({ length: count }, (_, index) => ({
    verdict,
    recordId: results[index]?.id,
  }));
}

function verdictOf(status: number | undefined, count: number): Verdict {
  if (status === undefined || status >= 500) return 'unanswered';
  if (status === 429) return 'throttled';
  if (status < 300) return 'written';
  return count === 1 ? 'refused' : 'refusedTogether';
}
