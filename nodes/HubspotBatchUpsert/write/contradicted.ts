import type { Failure } from '../model/outcome';
import type { RecordWrite, WriteOperation } from '../model/record';
import { contradictsStore } from '../response/contradiction';
import type { Interpretation } from '../response/interpret';

/**
 * Takes those out of an interpretation whose refusal says that HubSpot's store is otherwise than was
 * thought. How they are written is decided anew; a record that may have been written is not among them.
 */
export function takeContradicted(
  interpretation: Interpretation,
  operation: WriteOperation,
): { interpretation: Interpretation; contradicted: RecordWrite[] } {
  const contradicted: RecordWrite[] = [];
  const settled = interpretation.settled.filter(([write, outcome]) => {
    const isLeft =
      outcome.kind !== 'failure' || write.mayBeWritten || !contradictsStore(outcome, operation);
    if (isLeft) return true;
    reopen(write, operation, outcome);
    contradicted.push(write);
    return false;
  });
  return { interpretation: { ...interpretation, settled }, contradicted };
}

function reopen(write: RecordWrite, operation: WriteOperation, failure: Failure): void {
  write.contradictions = [...(write.contradictions ?? []), { operation, failure }];
  write.refusal = failure;
  write.operation = undefined;
  write.recordId = undefined;
}
