import type { RecordWrite } from '../model/record';
import type { Target } from '../model/target';
import { failureSignature } from '../response/failureSignature';
import { sendBatch, settleUnsendable, type RunContext } from './sendBatch';
import { leaveUnknown } from './settle';
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
    abandon: (writes) => leaveUnknown(writes, ledger),
  };
}
