import { traceIdsIn } from '../hubspot/parsing';
import type { BatchResponse, HubspotError, RecordResult } from '../hubspot/types';
import type { RecordWrite } from '../model/record';
import { namedWithoutTraceId } from './attribute';
import { matchByKey } from './matchByKey';

/** Who of a batch got which part of a batch response. */
export interface Correlated {
  results: Map<RecordWrite, RecordResult>;
  errors: Map<RecordWrite, HubspotError>;
  /** Records with neither a result nor an error, or with both: their outcome is not known. */
  unconfirmed: RecordWrite[];
  /** Errors that name no record of the batch. */
  strayErrors: HubspotError[];
}

/**
 * Finds out which record each result and each error of a batch response is about: by the echoed trace id,
 * and where HubSpot did not echo it, by the value of idProperty as HubSpot stores it, or by what else
 * an error names beyond doubt. Results come in another order than the inputs, so position says
 * nothing.
 */
export function correlate(response: BatchResponse, writes: readonly RecordWrite[]): Correlated {
  const byTraceId = new Map<string, RecordWrite>();
  for (const write of writes) byTraceId.set(write.traceId, write);
  const results = new Map<RecordWrite, RecordResult>();
  const errors = new Map<RecordWrite, HubspotError>();
  const strayErrors: HubspotError[] = [];

  for (const error of response.errors) {
    const named = traceIdsIn(error).flatMap((traceId) => byTraceId.get(traceId) ?? []);
    if (named.length === 0) strayErrors.push(error);
    for (const write of named) if (!errors.has(write)) errors.set(write, error);
  }
  const unechoed: RecordResult[] = [];
  for (const result of response.results) {
    const write = byTraceId.get(result.objectWriteTraceId ?? '');
    if (write && !results.has(write)) results.set(write, result);
    else if (write === undefined) unechoed.push(result);
  }
  const waiting = writes.filter((write) => !results.has(write) && !errors.has(write));
  for (const [write, result] of matchByKey(unechoed, waiting, writes)) results.set(write, result);

  const contradicted = writes.filter((write) => results.has(write) && errors.has(write));
  for (const write of contradicted) {
    results.delete(write);
    errors.delete(write);
  }
  const unmentioned = (write: RecordWrite): boolean => !results.has(write) && !errors.has(write);
  const isStray = (error: HubspotError): boolean => {
    const named = namedWithoutTraceId(error, writes.filter(unmentioned), writes.length);
    for (const write of named) errors.set(write, error);
    return named.length === 0;
  };
  const stillStray = strayErrors.filter(isStray);
  return { results, errors, unconfirmed: writes.filter(unmentioned), strayErrors: stillStray };
}
