import { meaningOf } from '../hubspot/statuses';
import type { Failure } from '../model/outcome';

/**
 * The failure of what HubSpot's store does not hold, and an earlier request held that got no answer:
 * a refusal of a later one is not the last word, and says so.
 */
export function afterLostAnswer(failure: Failure): Failure {
  if (!isRefusal(failure)) return failure;
  const message = `${failure.message.replace(/\.$/, '')}. An earlier request for it got no answer and may still reach HubSpot`;
  return { ...failure, message };
}

function isRefusal({ category, httpStatus }: Failure): boolean {
  if (httpStatus === null || category === 'NO_OUTCOME') return false;
  return meaningOf(httpStatus).isOutcomeUnknown !== true;
}
