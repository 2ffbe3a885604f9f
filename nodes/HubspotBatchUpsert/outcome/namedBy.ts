import type { Complaint } from '../hubspot/complaints';
import type { HubspotError } from '../hubspot/shapes';
import type { RecordWrite } from '../records/recordInput';
import { traceIds } from './correlate';
import { folded } from './matchByKey';
import { lacks, valueOf } from './refusal';

/**
 * The records that a refusal of their batch names beyond doubt: by trace id, or by an objection
 * that every one of them would meet by itself. Where a good record could be meant as well nobody
 * is named, and the batch is searched.
 */
export function namedBy(
  error: HubspotError,
  said: readonly Complaint[],
  writes: readonly RecordWrite[],
): Set<RecordWrite> {
  const ids = new Set(traceIds(error));
  const traced = writes.filter(({ traceId }) => ids.has(traceId));
  if (traced.length > 0) return new Set(traced);
  return new Set(said.flatMap((complaint) => meantBy(complaint, writes)));
}

function meantBy({ about, property, value }: Complaint, writes: readonly RecordWrite[]) {
  const holders = writes.filter((write) => valueOf(property, write) !== null);
  switch (about) {
    case 'property':
      return holders;
    case 'lack':
      return theOnlyOne(writes.filter((write) => lacks(property, write)));
    case 'value':
      return value === undefined
        ? theOnlyOne(holders)
        : holders.filter((write) => valueOf(property, write) === value);
    case 'record':
      return value === undefined ? [] : theOnlyOne(alike(holders, property, value));
  }
}

/** HubSpot may take values for the same that differ by case: the record that owns one is good. */
function alike(holders: readonly RecordWrite[], property: string, value: string): RecordWrite[] {
  const wanted = folded(value);
  return holders.filter((write) => folded(valueOf(property, write) ?? '') === wanted);
}

function theOnlyOne(concerned: readonly RecordWrite[]): readonly RecordWrite[] {
  return concerned.length === 1 ? concerned : [];
}
