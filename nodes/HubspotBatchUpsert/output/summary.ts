import { isWritten, type Ledger } from '../model/ledger';

/** What a run amounts to, in items. */
export interface Tally {
  created: number;
  updated: number;
  confirmed: number;
  failed: number;
  /** Items whose record went out with another item's. */
  merged: number;
}

export function tally(ledger: Ledger): Tally {
  const { merged } = ledger;
  const counts: Tally = { created: 0, updated: 0, confirmed: 0, failed: 0, merged };
  for (let index = 0; index < ledger.size; index += 1) {
    const entry = ledger.entry(index);
    if (!isWritten(entry)) counts.failed += 1;
    else if (entry.hubspot.outcome === 'written') counts.confirmed += 1;
    else counts[entry.hubspot.outcome] += 1;
  }
  return counts;
}

/**
 * The run in one line, e.g. "9,617 written (9,617 created), 383 not written; 97 requests,
 * 2 retried, 347 rows merged into others."
 */
export function summarise(
  counts: Tally,
  { requests, retried }: { requests: number; retried: number },
): string {
  const kinds = [
    part(counts.created, 'created'),
    part(counts.updated, 'updated'),
    part(counts.confirmed, 'confirmed by reading back'),
  ].filter((kind) => kind !== '');
  const written = counts.created + counts.updated + counts.confirmed;
  const detail = kinds.length > 0 ? ` (${kinds.join(', ')})` : '';
  const work = [
    `${grouped(requests)} ${requests === 1 ? 'request' : 'requests'}`,
    part(retried, 'retried'),
    part(counts.merged, `${counts.merged === 1 ? 'row' : 'rows'} merged into others`),
  ].filter((entry) => entry !== '');
  return `${grouped(written)} written${detail}, ${grouped(counts.failed)} not written; ${work.join(', ')}.`;
}

function part(count: number, what: string): string {
  return count === 0 ? '' : `${grouped(count)} ${what}`;
}

function grouped(count: number): string {
  return count.toLocaleString('en-US');
}
