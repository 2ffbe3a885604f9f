import { leftOut } from '../outcome/fault';
import { ownFailure, type Outcome } from '../outcome/outcome';
import type { Batch } from '../records/batches';
import type { RecordWrite } from '../records/recordInput';
import { groupOf, type RunState } from './runState';

/** Gives every item of the record its outcome. */
export function settle(write: RecordWrite, outcome: Outcome, { ledger }: RunState): void {
  const { objectType, idProperty, id, traceId } = write;
  ledger.settle(write.indexes, { identity: { objectType, idProperty, id }, traceId, outcome });
}

/**
 * Settles the batch unsent where the run, or the batch's part of it, has come to its end.
 *
 * @returns Whether it did.
 */
export function leaveOut(batch: Batch, run: RunState): boolean {
  const fault = run.faultOf(groupOf(batch));
  if (fault === undefined) return false;
  for (const write of batch.writes) settle(write, run.refusalOf(write) ?? leftOut(fault), run);
  return true;
}

/**
 * A later write to a record is not sent where the earlier one may still be on its way: if it came
 * in last, the older values would win.
 *
 * @returns The batch without such writes.
 */
export function holdBackDoubtful(batch: Batch, run: RunState): Batch {
  const doubtful = new Set(batch.writes.filter((write) => run.isDoubtful(write)));
  if (doubtful.size === 0) return batch;
  const message =
    'Not sent: what became of an earlier item for the same record is not known, and the two must not overtake each other';
  for (const write of doubtful) {
    settle(write, ownFailure('NOT_ATTEMPTED', message, { retryable: true, stage: 'upsert' }), run);
  }
  return { ...batch, writes: batch.writes.filter((write) => !doubtful.has(write)) };
}
