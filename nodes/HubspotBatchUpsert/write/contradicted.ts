import type { Contradiction, RecordWrite, WriteOperation } from '../model/record';
import { contradictsStore } from '../response/contradiction';
import type { Interpretation } from '../response/interpret';

/**
 * Takes those out of an interpretation whose refusal says that HubSpot's store is otherwise than was
 * thought. How they are written is decided anew; a record that may have been created is not among them.
 *
 * @param isShared Is the refusal one of several records together?
 */
export function takeContradicted(
  interpretation: Interpretation,
  operation: WriteOperation,
  isShared: boolean,
): { interpretation: Interpretation; contradicted: RecordWrite[] } {
  const contradicted: RecordWrite[] = [];
  const settled = interpretation.settled.filter(([write, outcome]) => {
    const isLeft =
      outcome.kind !== 'failure' ||
      mayBeCreated(write, operation) ||
      !contradictsStore(outcome, operation);
    if (isLeft) return true;
    reopen(write, { operation, recordId: write.recordId, failure: outcome, isShared });
    contradicted.push(write);
    return false;
  });
  return { interpretation: { ...interpretation, settled }, contradicted };
}

/** What stands in the way of a create may be what an earlier request made; an update makes nothing. */
function mayBeCreated({ mayBeWritten }: RecordWrite, operation: WriteOperation): boolean {
  return mayBeWritten === true && operation !== 'update';
}

function reopen(write: RecordWrite, contradiction: Contradiction): void {
  write.contradictions = [...(write.contradictions ?? []), contradiction];
  write.refusal = contradiction.failure;
  write.operation = undefined;
  write.recordId = undefined;
}
