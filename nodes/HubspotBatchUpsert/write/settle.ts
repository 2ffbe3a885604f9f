import type { Ledger } from '../model/ledger';
import { ownFailure, type Failure, type Outcome } from '../model/outcome';
import type { LeftOut, RecordWrite } from '../model/record';
import { recordFields } from '../model/recordFields';
import { notSent } from '../response/faults';
import { warnOfStoredOtherwise } from '../response/storedOtherwise';
import { quote } from '../values/quote';
import type { Run } from '../delivery/run';

/** Gives every item of the record its outcome. */
export function settle(write: RecordWrite, outcome: Outcome, ledger: Ledger): void {
  const { indexes, target, id, traceId } = write;
  if (outcome.kind === 'written') {
    const result = warnOfStoredOtherwise(outcome.result, write);
    const told = result === outcome.result ? outcome : { ...outcome, result };
    ledger.settle(indexes, (index) => ({ hubspot: recordFields(write, told, index) }));
  } else if (outcome.kind !== 'failure') {
    ledger.settle(indexes, (index) => ({ hubspot: recordFields(write, outcome, index) }));
  } else {
    ledger.settle(indexes, (index) => ({
      target,
      id,
      traceId,
      failure: withLeftOut(outcome, write.leftOut?.get(index)),
    }));
  }
}

/** HubSpot may miss what the record was sent without; the item has it, and is to say why it was left out. */
function withLeftOut(failure: Failure, leftOut: readonly LeftOut[] = []): Failure {
  const missed = leftOut.filter(
    ({ property }) => property === failure.property || failure.message.includes(property),
  );
  if (missed.length === 0) return failure;
  const told = missed.map(
    ({ property, value, reason }) => `${property} (${quote(value)}): ${reason}`,
  );
  const message = `${failure.message.replace(/\.$/, '')}. Left out before: ${told.join('; ')}`;
  return { ...failure, message };
}

/**
 * Notes that a request that held the record ended so that HubSpot may have written it without saying
 * so, or still will, also where its retry was answered. A later write of its sequence is not sent:
 * if the earlier one came in last, the older values would win.
 */
export function noteOutcomeUnknown(write: RecordWrite): void {
  write.mayBeWritten = true;
  if (write.sequence) write.sequence.isUnconfirmed = true;
}

/** Gives every item of the record the failure of one of which nobody knows whether it was written. */
export function leaveUnconfirmed(write: RecordWrite, failure: Failure, ledger: Ledger): void {
  const { indexes, target, id, traceId, sequence } = write;
  ledger.holdsUnconfirmed = true;
  if (sequence) sequence.isUnconfirmed = true;
  ledger.settle(indexes, () => ({ target, id, traceId, failure, isOutcomeUnknown: true }));
}

/**
 * Leaves it open whether records were written that were on their way when the node failed. Those that
 * have an outcome keep it.
 */
export function leaveUnknown(writes: readonly RecordWrite[], ledger: Ledger): void {
  const message =
    'The node failed while the record was on its way: whether it was written is not known';
  const facts = { retryable: true, attempted: true, stage: 'upsert' } as const;
  const unsettled = new Set(ledger.unsettled());
  for (const write of writes) {
    if (!write.indexes.every((index) => unsettled.has(index))) continue;
    leaveUnconfirmed(write, ownFailure('NO_OUTCOME', message, facts), ledger);
  }
}

/**
 * Why a record may not be sent any more; undefined where it may. One whose own request was lost is
 * sent again when its batch is divided, as it is when it is retried.
 */
export function whyNotSent(write: RecordWrite, run: Run): Failure | undefined {
  if (write.sequence?.isUnconfirmed && !write.mayBeWritten) {
    const message =
      'Not sent: a request with an earlier item for the same record got no answer and may still reach HubSpot, so that the older values would win. Run this item again';
    return ownFailure('NOT_ATTEMPTED', message, { retryable: true, stage: 'upsert' });
  }
  const fault = run.faultFor(write);
  if (fault === undefined) return undefined;
  return write.refusal ? { ...write.refusal, retryable: fault.retryable } : notSent(fault);
}
