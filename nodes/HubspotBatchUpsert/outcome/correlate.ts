import { contextTexts } from '../hubspot/readAnswer';
import type { BatchAnswer, HubspotError, RecordResult } from '../hubspot/shapes';
import type { RecordWrite } from '../records/recordInput';
import { matchByKey } from './matchByKey';

/** Who of a batch got which part of the answer. */
export interface Correlated {
  results: Map<RecordWrite, RecordResult>;
  errors: Map<RecordWrite, HubspotError>;
  /** Records with neither a result nor an error, or with both: their outcome is open. */
  open: RecordWrite[];
  /** Errors that name no record of the batch. */
  strayErrors: HubspotError[];
}

/**
 * Finds out which record each result and each error of an answer is about: by the echoed trace id,
 * and where HubSpot did not echo it, by the value of idProperty as HubSpot stores it. Results come
 * in another order than the inputs, so position says nothing.
 */
export function correlate(answer: BatchAnswer, writes: readonly RecordWrite[]): Correlated {
  const byTraceId = new Map(writes.map((write) => [write.traceId, write]));
  const results = new Map<RecordWrite, RecordResult>();
  const errors = new Map<RecordWrite, HubspotError>();
  const strayErrors: HubspotError[] = [];

  for (const error of answer.errors) {
    const named = traceIds(error).flatMap((traceId) => byTraceId.get(traceId) ?? []);
    if (named.length === 0) strayErrors.push(error);
    for (const write of named) if (!errors.has(write)) errors.set(write, error);
  }
  const unechoed: RecordResult[] = [];
  for (const result of answer.results) {
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
  const open = writes.filter((write) => !results.has(write) && !errors.has(write));
  return { results, errors, open, strayErrors };
}

/** Trace ids stand in an error's context, and in that of its details. */
export function traceIds(error: HubspotError): string[] {
  const contexts = [error.context, ...(error.errors ?? []).map(({ context }) => context)];
  return contexts.flatMap((context) => contextTexts(context, 'objectWriteTraceId'));
}
