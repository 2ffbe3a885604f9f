import { isSuccess } from '../hubspot/statuses';
import type { HttpResult } from '../http/response';
import { UNACCOUNTED } from '../model/fault';
import { ownFailure, type Failure } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import type { Target } from '../model/target';
import { failedRequest } from '../response/failedRequest';
import { notSent, recogniseFault, refusedBy } from '../response/faults';
import type { Run } from '../delivery/run';
import { whyNotSent } from './settle';

/**
 * Why records are not written of which HubSpot did not tell whether it has them. A fault that all others
 * would meet as well ends their part of the run.
 *
 * @param unanswered The response that did not tell; undefined where nothing was sent any more.
 */
export function unreadFailures(
  { unanswered }: { unanswered?: HttpResult },
  target: Target,
  run: Run,
): (write: RecordWrite) => Failure {
  if (unanswered === undefined) return (write) => whyNotSent(write, run) ?? notSent(UNACCOUNTED);
  const fault = recogniseFault(unanswered, target);
  if (fault?.scope === 'run') run.stop(fault);
  else if (fault) target.report(fault);
  const failureOf = fault
    ? (write: RecordWrite) => refusedBy(fault, unanswered, write)
    : isPartly(unanswered)
      ? untold
      : failedRequest(unanswered);
  return (write) => ({ ...failureOf(write), attempted: false, stage: 'read' });
}

/** Was it answered, but not for all of the records? */
function isPartly(result: HttpResult): boolean {
  return result.kind === 'response' && isSuccess(result.status);
}

function untold(): Failure {
  const message =
    'Not sent: HubSpot could not tell just now whether it has the record. Run the item again';
  return ownFailure('NOT_ATTEMPTED', message, { retryable: true });
}
