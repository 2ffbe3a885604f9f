import { traceIdsIn } from '../hubspot/parsing';
import type { BatchResponse, HubspotError, RecordResult } from '../hubspot/types';
import type { RecordWrite } from '../model/record';
import { namedByTraceId, namedWithoutTraceId } from './namedRecords';
import { distinctIds, pairByCount } from './pairByCount';
import { matchByKey } from './matchByKey';
import { mistakenResults } from './mistakenResults';

/** Who of a batch got which part of a batch response. */
export interface Correlated {
  results: Map<RecordWrite, RecordResult>;
  errors: Map<RecordWrite, HubspotError>;
  /**
   * Records with both, each with its error, or with a result that shows another record's key; and
   * those that an error only quotes, unless the counts tell that each of them was refused.
   */
  disputed: Map<RecordWrite, HubspotError | undefined>;
  /** Records with neither a result nor an error. */
  unmentioned: RecordWrite[];
  /** Results of some of the unmentioned, and nobody knows yet of which. */
  unpaired: RecordResult[];
  /** Do the counts tell that all of the unmentioned were written? */
  areAllWritten: boolean;
  /** Errors that name no record of the batch. */
  strayErrors: HubspotError[];
}

/**
 * Finds out which record each result and each error of a batch response is about: by the echoed
 * trace id; where HubSpot did not echo it, by the value of idProperty as HubSpot stores it, by what
 * else an error names beyond doubt, and by the counts. Results come in another order than the
 * inputs, so position says nothing.
 */
export function correlate(response: BatchResponse, writes: readonly RecordWrite[]): Correlated {
  const byTraceId = new Map(writes.map((write) => [write.traceId, write]));
  const errors = new Map<RecordWrite, HubspotError>();
  const unnamed: HubspotError[] = [];
  for (const error of response.errors) {
    const named = namedByTraceId(error, writes);
    if (named.length === 0) unnamed.push(error);
    for (const write of named) if (!errors.has(write)) errors.set(write, error);
  }

  const mistaken = mistakenResults(response.results, byTraceId);
  const results = new Map<RecordWrite, RecordResult>();
  const unechoed: RecordResult[] = [];
  const disputed = new Map<RecordWrite, HubspotError | undefined>();
  for (const result of response.results) {
    const write = byTraceId.get(result.objectWriteTraceId ?? '');
    if (write === undefined) unechoed.push(result);
    else if (results.has(write)) continue;
    else if (mistaken.has(result)) disputed.set(write, undefined);
    else {
      results.set(write, result);
      disputed.delete(write);
    }
  }
  if (results.size === writes.length && response.errors.length === 0) {
    const nobody = { unmentioned: [], unpaired: [], strayErrors: [] };
    return { results, errors, disputed, ...nobody, areAllWritten: true };
  }
  const isUnmentioned = (write: RecordWrite): boolean =>
    !results.has(write) && !errors.has(write) && !disputed.has(write);
  for (const [write, result] of matchByKey(unechoed, writes.filter(isUnmentioned), writes)) {
    results.set(write, result);
  }
  for (const [write, error] of errors) {
    if (!results.has(write) && !disputed.has(write)) continue;
    disputed.set(write, error);
    results.delete(write);
    errors.delete(write);
  }
  const paired = new Set(results.values());
  const left = unechoed.filter((result) => !paired.has(result));
  const nameless = unnamed.filter((error) => traceIdsIn(error).length === 0);
  const areAllRefused =
    left.length === 0 && nameless.length === writes.filter(isUnmentioned).length;
  const known = new Set(errors.keys());
  const strayErrors = unnamed.filter((error) => {
    const namedAmong = (some: RecordWrite[]) => namedWithoutTraceId(error, some, writes.length);
    const { certain, quoted } = namedAmong(writes.filter(isUnmentioned));
    const named = [...certain, ...quoted.flat()];
    const before = namedAmong([...known]);
    for (const write of named) {
      known.add(write);
      if (areAllRefused || certain.includes(write)) errors.set(write, error);
      else disputed.set(write, error);
    }
    const isRepeated = before.certain.length > 0 || (before.quoted.length > 0 && !areAllRefused);
    return named.length === 0 && !isRepeated;
  });

  const isCounted =
    disputed.size === 0 &&
    left.every(({ objectWriteTraceId }) => !objectWriteTraceId) &&
    response.errors.length === 0 &&
    (response.status === undefined || response.status === 'COMPLETE') &&
    distinctIds(response.results).size === writes.length;
  const counted = isCounted ? pairByCount(writes.filter(isUnmentioned), left) : undefined;
  counted?.pairs.forEach((result, write) => results.set(write, result));
  return {
    results,
    errors,
    disputed,
    unmentioned: writes.filter(isUnmentioned),
    unpaired: counted?.unpaired ?? left,
    areAllWritten: counted !== undefined,
    strayErrors,
  };
}
