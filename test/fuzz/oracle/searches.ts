import type { FaultAction } from '../../../sandbox/hubspot/faults/fault';
import type { Trial } from './truth';
import { batches } from './budget';

/** So many records of a batch stand for all of it. */
const SAMPLE = 20;

/** After so many batches, and so many records, nobody searches any more. */
const BATCHES = 3;
const RECORDS = 60;

/** Requests that a search may waste on groups. */
const SPARE = 13;

/**
 * Where one refusal meets every record, whatever its wording, three batches are searched for the bad
 * ones and no more, and what is left of the run is as final as what was sent.
 */
export function searchedTooLong(trial: Trial): string[] {
  const { evidence, leaving } = trial;
  const refusal = refusalOfAll(trial);
  if (refusal === undefined) return [];
  const { length } = evidence.log.filter(({ operation }) => operation === 'upsert');
  const most = isToldOneByOne(refusal) ? batches(trial) : mostSearched(trial);
  const objections =
    length > most ? [`${length} requests for what every record meets, ${most} at most`] : [];
  const isRetryable = new Set(
    [...leaving.values()].flatMap((entry) =>
      'failure' in entry && entry.failure.stage === 'upsert' ? [entry.failure.retryable] : [],
    ),
  );
  return isRetryable.size > 1 ? [...objections, 'some of the same is retryable'] : objections;
}

/** The only thing that HubSpot had to say of all upserts; undefined where there was anything else. */
function refusalOfAll({ given, evidence }: Trial): FaultAction | undefined {
  const [order, ...others] = given.faults;
  if (order === undefined || others.length > 0 || Array.isArray(order.do)) return undefined;
  const { path, ...rhythm } = order.match ?? {};
  const { do: action } = order;
  if (!isRefusal(action) || path !== '/batch/upsert' || Object.keys(rhythm).length > 0) {
    return undefined;
  }
  const upserts = evidence.log.filter(({ operation }) => operation === 'upsert');
  return upserts.every(({ faults }) => faults.length === 1) ? action : undefined;
}

function isRefusal(action: FaultAction): boolean {
  return action.kind === 'refusal' || (action.kind === 'status' && action.status === 413);
}

function isToldOneByOne(action: FaultAction): boolean {
  return action.kind === 'refusal' && action.per === 'record';
}

function mostSearched({ given, writes }: Trial): number {
  const { batchSize, maxConcurrency, duplicates } = given.options;
  const sample = Math.min(SAMPLE, batchSize);
  const searched = Math.max(BATCHES, Math.ceil(RECORDS / sample));
  const whole = 2 * batchSize;
  // Batches take turns; where there are not enough others under way, one is searched throughout.
  const areEnough = writes.length >= searched * batchSize && duplicates !== 'sequence';
  const takesTurns = areEnough && maxConcurrency >= BATCHES;
  const each = takesTurns ? Math.min(whole, 2 * sample + SPARE) : whole;
  // Each that is under way was sent before, and once more where its refusal named somebody.
  return searched * each + 2 * maxConcurrency;
}
