import { json } from '../answers/answer';
import type { Answer } from '../answers/answer';

interface Batch {
  results: unknown[];
  errors?: unknown[];
  /** Epoch milliseconds. */
  startedAt: number;
  completedAt: number;
  /** Status where everything went well. */
  status?: number;
  /** Where some inputs failed; 207 where it is left out. */
  errorStatus?: number;
}

/** 200, or 207 with `numErrors` and `errors` where some inputs failed; both unless told otherwise. */
export function batchAnswer({
  results,
  errors = [],
  startedAt,
  completedAt,
  status,
  errorStatus = 207,
}: Batch): Answer {
  const times = {
    startedAt: new Date(startedAt).toISOString(),
    completedAt: new Date(completedAt).toISOString(),
  };
  return errors.length === 0
    ? json(status ?? 200, { status: 'COMPLETE', results, ...times })
    : json(errorStatus, {
        status: 'COMPLETE',
        results,
        numErrors: errors.length,
        errors,
        ...times,
      });
}

/** What HubSpot answers to a batch without inputs (sample silent-noop). */
export function silentNoop(): Answer {
  return json(200, { status: 'COMPLETE', results: [] });
}
