import { ownFailure, type Failure } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import type { Target } from '../model/target';
import { failureSignature } from '../response/failureSignature';
import { sendBatch, settleUnsendable, type RunContext } from './sendBatch';
import { leaveUnconfirmed } from './settle';
import type { Stage } from './stage';

/** Records are created or updated, and their outcomes stand in the ledger. */
export function upsertStage(context: RunContext): Stage<RecordWrite, Target> {
  const { ledger } = context.run;
  return {
    send: (batch) => sendBatch(batch, context),
    settleUnsendable: (writes) => settleUnsendable(writes, context),
    failureOf: ({ indexes: [index] }) => {
      const failure = ledger.failureOf(index);
      return failure?.category === 'NOT_ATTEMPTED' ? undefined : failure;
    },
    signatureOf: failureSignature,
    abandon: (writes) => {
      const unsettled = new Set(ledger.unsettled());
      for (const write of writes) {
        if (write.indexes.every((index) => unsettled.has(index))) {
          leaveUnconfirmed(write, unknownEnd(), ledger);
        }
      }
    },
  };
}

function unknownEnd(): Failure {
  const message =
    'The node failed while the record was on its way: whether it was written is not known';
  return ownFailure('NO_OUTCOME', message, { retryable: true, attempted: true, stage: 'upsert' });
}
