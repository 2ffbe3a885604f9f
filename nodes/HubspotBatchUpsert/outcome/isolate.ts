import { complaints } from '../hubspot/complaints';
import { contextTexts } from '../hubspot/readAnswer';
import type { HubspotError } from '../hubspot/shapes';
import type { RecordWrite } from '../records/recordInput';
import { traceIds } from './correlate';
import { folded } from './matchByKey';
import { concerns } from './refusal';

/** What to do with a batch that HubSpot refused whole. */
export interface Isolation {
  /** Records that the refusal names beyond doubt. */
  offenders: RecordWrite[];
  /** Batches to send again, in this order and one after the other. */
  again: RecordWrite[][];
  /** Some of these are to blame, and the refusal does not tell which. */
  suspects: RecordWrite[];
}

const REPEATED_IDS = /Duplicate IDs found/i;

/**
 * Takes the records that HubSpot names out of a refused batch, so that the others can be written.
 *
 * @param isTooLarge For refusals of the batch's size, which say nothing about records.
 */
export function isolate(
  error: HubspotError,
  writes: readonly RecordWrite[],
  isTooLarge: boolean,
): Isolation {
  const isolation: Isolation = { offenders: [], again: [], suspects: [] };
  if (writes.length === 1) return { ...isolation, offenders: [...writes] };
  if (isTooLarge) return { ...isolation, again: halves(writes) };
  const named = namedBy(error, writes);
  if (named.size > 0) {
    const rest = writes.filter((write) => !named.has(write));
    return { ...isolation, offenders: [...named], again: rest.length > 0 ? [rest] : [] };
  }
  const repeated = repeatedIn(error, writes);
  if (repeated.length === 0) return { ...isolation, suspects: [...writes] };
  const rest = writes.filter((write) => !repeated.includes(write));
  return { ...isolation, again: [rest, ...repeated.map((write) => [write])].filter(isFilled) };
}

function namedBy(error: HubspotError, writes: readonly RecordWrite[]): Set<RecordWrite> {
  const ids = new Set(traceIds(error));
  const traced = writes.filter(({ traceId }) => ids.has(traceId));
  if (traced.length > 0) return new Set(traced);
  const about = complaints(error).filter(({ property, value }) => {
    const holders = writes.filter((write) => concerns({ property }, write));
    return value !== undefined || isAboutProperty(error, property) || holders.length === 1;
  });
  return new Set(writes.filter((write) => about.some((complaint) => concerns(complaint, write))));
}

/** Complaints about a property itself hold for every record that sets it, whatever the value. */
function isAboutProperty(error: HubspotError, property: string): boolean {
  return complaints(error).some(
    (complaint) =>
      complaint.property === property &&
      ['PROPERTY_DOESNT_EXIST', 'READ_ONLY_VALUE'].includes(complaint.code ?? ''),
  );
}

/** Records whose ids HubSpot takes for equal: each goes after the other, so that the last wins. */
function repeatedIn(error: HubspotError, writes: readonly RecordWrite[]): RecordWrite[] {
  if (!REPEATED_IDS.test(error.message ?? '')) return [];
  const ids = new Set(repeatedIds(error).map(folded));
  return writes.filter(({ id }) => ids.has(folded(id)));
}

function repeatedIds(error: HubspotError): string[] {
  const inMessage = /\[(.*)\]/s.exec(error.message ?? '')?.[1] ?? '';
  return [...contextTexts(error.context, 'ids'), ...inMessage.split(',')].filter((id) => id.trim());
}

function halves(writes: readonly RecordWrite[]): RecordWrite[][] {
  const middle = Math.ceil(writes.length / 2);
  return [writes.slice(0, middle), writes.slice(middle)];
}

function isFilled(part: readonly RecordWrite[]): boolean {
  return part.length > 0;
}
