import type { RecordWrite } from '../model/record';
import type { Target } from '../model/target';
import { failureSignature } from '../response/failureSignature';
import type { Stage } from '../delivery/stage';
import { sendBatch, settleUnsendable, type WriteContext } from './sendBatch';
import { leaveUnknown } from './settle';

/** Records are created or updated, and their outcomes stand in the ledger. */
export function writeStage(context: WriteContext): Stage<RecordWrite, Target> {
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
