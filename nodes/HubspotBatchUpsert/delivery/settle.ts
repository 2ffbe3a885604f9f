import { leftOut } from '../response/faults';
import { ownFailure, type Failure, type Outcome } from '../model/outcome';
import type { Batch } from '../prepare/batches';
import { recordFields } from '../model/recordFields';
import type { RecordWrite } from '../model/record';
import type { Run } from './run';

/** Gives every item of the record its outcome. */
export function settle(write: RecordWrite, outcome: Outcome, { ledger }: Run): void {
  const { indexes, objectType, idProperty, id, traceId } = write;
  if (outcome.kind === 'written') {
    ledger.settle(indexes, () => ({ hubspot: recordFields(write, outcome) }));
  } else {
    ledger.settle(indexes, () => ({ objectType, idProperty, id, traceId, failure: outcome }));
  }
}

/**
 * The records that may not be sent any more, since the run or their part of it has come to its end,
 * each with its failure: what HubSpot said of it before, or why it is not sent.
 */
export function leftOutOf({ writes }: Batch, run: Run): Array<[RecordWrite, Failure]> {
  const settled: Array<[RecordWrite, Failure]> = [];
  for (const write of writes) {
    const fault = run.faultMetBy(write);
    if (fault) settled.push([write, run.refusalOf(write) ?? leftOut(fault)]);
  }
  return settled;
}

/**
 * A later write to a record is not sent where the earlier one may still be on its way: if it came
 * in last, the older values would win.
 *
 * @returns The batch without such writes.
 */
export function holdBackDoubtful(batch: Batch, run: Run): Batch {
  const doubtful = new Set(batch.writes.filter((write) => run.isDoubtful(write)));
  if (doubtful.size === 0) return batch;
  const message =
    'Not sent: what became of an earlier item for the same record is not known, and the two must not overtake each other';
  for (const write of doubtful) {
    settle(write, ownFailure('NOT_ATTEMPTED', message, { retryable: true, stage: 'upsert' }), run);
  }
  return { ...batch, writes: batch.writes.filter((write) => !doubtful.has(write)) };
}
