import type { Traffic } from '../delivery/traffic';
import { hasRecord, type Ledger } from '../model/ledger';
import type { Failure } from '../model/outcome';
import { counted, grouped } from './counted';

/** What a run amounts to, in items. */
export interface Tally {
  created: number;
  updated: number;
  confirmed: number;
  unchanged: number;
  skipped: number;
  wouldCreate: number;
  wouldUpdate: number;
  /** Of these: how many could not be associated as their items ask. */
  notAssociated: number;
  failed: number;
  /** Items of which nobody knows whether they were written. */
  unknown: number;
  /** Items whose record went out with another item's. */
  merged: number;
  /** Associations that items asked for and HubSpot has. */
  associated: number;
  /** Why items were not written, the most frequent reason first. */
  reasons: Array<{ items: number; message: string }>;
}

type Requests = Pick<Traffic, 'requests' | 'retried'>;

const REASONS_TOLD = 3;
const MAX_REASON_LENGTH = 160;

export function tally(ledger: Ledger): Tally {
  const { merged, associated } = ledger;
  const counts = {
    created: 0,
    updated: 0,
    confirmed: 0,
    unchanged: 0,
    skipped: 0,
    wouldCreate: 0,
    wouldUpdate: 0,
    notAssociated: 0,
    failed: 0,
    unknown: 0,
    merged,
    associated,
  };
  const reasons = new Map<string, { items: number; message: string }>();
  const countReason = (failure: Failure): void => {
    const key = reasonOf(failure);
    const reason = reasons.get(key) ?? { items: 0, message: failure.message };
    reason.items += 1;
    reasons.set(key, reason);
  };
  for (let index = 0; index < ledger.size; index += 1) {
    const entry = ledger.entry(index);
    if (!hasRecord(entry)) {
      counts[entry.isOutcomeUnknown ? 'unknown' : 'failed'] += 1;
      countReason(entry.failure);
      continue;
    }
    const { hubspot, notAssociated } = entry;
    counts[hubspot.outcome === 'written' ? 'confirmed' : hubspot.outcome] += 1;
    if (notAssociated === undefined) continue;
    counts.notAssociated += 1;
    countReason(notAssociated);
  }
  return { ...counts, reasons: [...reasons.values()].sort((a, b) => b.items - a.items) };
}

/** A key that failures of one kind share, whatever value each of them is about. */
function reasonOf({ category, code, property }: Failure): string {
  return JSON.stringify([category, code, property]);
}

/**
 * The run in one line, e.g. "9,617 written (9,617 created), 383 not written; 97 requests,
 * 2 retried, 347 items merged into others."
 */
export function summarise(counts: Tally, traffic: Requests, isDryRun = false): string {
  const items = isDryRun ? foreseenItems(counts) : writtenItems(counts);
  const line = `${items.join(', ')}; ${workDone(counts, traffic).join(', ')}.${reasonsOf(counts)}`;
  return isDryRun ? `Dry run, nothing was written: ${line}` : line;
}

function writtenItems(counts: Tally): string[] {
  const kinds = [
    part(counts.created, 'created'),
    part(counts.updated, 'updated'),
    part(counts.confirmed, 'confirmed by reading back'),
    part(counts.notAssociated, 'not associated'),
  ].filter((kind) => kind !== '');
  const written = counts.created + counts.updated + counts.confirmed;
  const detail = kinds.length > 0 ? ` (${kinds.join(', ')})` : '';
  return [
    `${grouped(written)} written${detail}`,
    ...leftItems(counts),
    `${grouped(counts.failed)} not written`,
    part(counts.unknown, 'not known to be written'),
  ].filter((entry) => entry !== '');
}

function foreseenItems(counts: Tally): string[] {
  return [
    `${grouped(counts.wouldCreate)} would be created`,
    `${grouped(counts.wouldUpdate)} would be updated`,
    ...leftItems(counts),
    `${grouped(counts.failed)} would not be written`,
  ];
}

/** Items of which nothing is written because of what the user chose. */
function leftItems({ unchanged, skipped }: Tally): string[] {
  return [part(unchanged, 'unchanged'), part(skipped, 'skipped')].filter((entry) => entry !== '');
}

function workDone(counts: Tally, { requests, retried }: Requests): string[] {
  return [
    counted(requests, 'request', 'requests'),
    part(retried, 'retried'),
    part(counts.associated, counts.associated === 1 ? 'association' : 'associations'),
    part(counts.merged, `${counts.merged === 1 ? 'item' : 'items'} merged into others`),
  ].filter((entry) => entry !== '');
}

function reasonsOf({ reasons }: Tally): string {
  if (reasons.length === 0) return '';
  const told = reasons
    .slice(0, REASONS_TOLD)
    .map(({ items, message }) => `${grouped(items)} × ${shortened(message)}`);
  const more = reasons.length - told.length;
  const rest = more > 0 ? ` | and ${more} more ${more === 1 ? 'reason' : 'reasons'}` : '';
  return ` Reasons, each with an example: ${told.join(' | ')}${rest}`;
}

function shortened(message: string): string {
  return message.length > MAX_REASON_LENGTH
    ? `${message.slice(0, MAX_REASON_LENGTH - 1)}…`
    : message;
}

function part(count: number, what: string): string {
  return count === 0 ? '' : `${grouped(count)} ${what}`;
}
