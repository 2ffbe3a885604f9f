import type { OwnCategory } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import type { Target } from '../model/target';
import { failureSignature } from '../response/failureSignature';
import type { Stage } from '../delivery/stage';
import { sendBatch } from './sendBatch';
import { leaveUnknown } from './settle';
import { settleUnsendable } from './settleAll';
import type { WriteContext } from './writeContext';

/** Failures of records that were not sent, which say nothing of whether others would pass. */
const FOUND_UNSENT: ReadonlySet<string> = new Set<OwnCategory>([
  'NOT_ATTEMPTED',
  'AMBIGUOUS_ID',
  'RECORD_NOT_FOUND',
]);

/** Records are created or updated, and their outcomes stand in the ledger. */
export function writeStage(context: WriteContext): Stage<RecordWrite, Target> {
  const { ledger } = context.run;
  return {
    send: (batch) => sendBatch(batch, context),
    settleUnsendable: (writes) => settleUnsendable(writes, context),
    failureOf: ({ indexes: [index] }) => {
      const failure = ledger.failureOf(index);
      return failure && FOUND_UNSENT.has(failure.category) ? undefined : failure;
    },
    signatureOf: failureSignature,
    abandon: (writes) => leaveUnknown(writes, ledger),
  };
}
