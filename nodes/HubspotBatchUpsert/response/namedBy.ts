import { propertyErrors, type PropertyError } from '../hubspot/propertyErrors';
import { contextTexts, traceIdsIn } from '../hubspot/parsing';
import type { HubspotError } from '../hubspot/types';
import type { RecordWrite } from '../model/record';
import { folded } from './matchByKey';
import { isMissing, valueOf } from './recordErrors';

/**
 * The records that a refusal of their batch names beyond doubt: by trace id, or by an objection
 * that every one of them would meet by itself. Where a good record could be meant as well nobody
 * is named, and the batch is searched.
 */
export function namedBy(
  error: HubspotError,
  said: readonly PropertyError[],
  writes: readonly RecordWrite[],
): Set<RecordWrite> {
  const ids = new Set(traceIdsIn(error));
  const traced = writes.filter(({ traceId }) => ids.has(traceId));
  if (traced.length > 0) return new Set(traced);
  return new Set(said.flatMap((propertyError) => meantBy(propertyError, writes)));
}

/**
 * The records that one error among others names beyond doubt, though by no trace id: by their ids,
 * by what it objects to, or because the batch held no other.
 *
 * @param unmentioned Records of the batch of which the answer tells nothing else.
 */
export function namedWithoutTraceId(
  error: HubspotError,
  unmentioned: readonly RecordWrite[],
  batchSize: number,
): readonly RecordWrite[] {
  if (traceIdsIn(error).length > 0) return [];
  if (batchSize === 1) return unmentioned;
  const ids = new Set(contextTexts(error.context, 'ids').map(folded));
  const byId = unmentioned.filter((write) => ids.has(folded(write.id)));
  return byId.length > 0 ? byId : [...namedBy(error, propertyErrors(error), unmentioned)];
}

function meantBy({ about, property, value }: PropertyError, writes: readonly RecordWrite[]) {
  const holders = writes.filter((write) => valueOf(property, write) !== null);
  switch (about) {
    case 'property':
      return holders;
    case 'lack':
      return theOnlyOne(writes.filter((write) => isMissing(property, write)));
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
