import type { FuzzCase } from '../cases/fuzzCase';
import type { Evidence } from '../runCase';

/** Answers that say that nothing of the run can pass. */
const OF_THE_RUN = [301, 302, 307, 308, 400, 401, 403, 404, 405];

/** Answers that say that nothing was done. Where a fault makes one lie, nobody could know. */
const NOT_DONE = [...OF_THE_RUN, 409, 413, 414, 418, 422, 423, 429, 477, 521, 523, 525, 526];

/** No item's other records can be found, whatever the reason is. */
function isUnfindable({ operation, status }: Evidence['log'][number]): boolean {
  return operation === 'read' && status !== null && status >= 400 && status < 500;
}

/** The node throws only where it may, for a fault of the whole run, and before anything is written. */
export function wrongThrow({ outcome, log }: Evidence, { onError }: FuzzCase): string[] {
  if (outcome?.thrown === undefined) return [];
  const objections: string[] = [];
  const { message } = outcome.thrown;
  if (onError !== 'stopWorkflow') objections.push(`thrown although the run goes on: ${message}`);
  const isKnowable = (status: number | null) => status === null || !NOT_DONE.includes(status);
  if (log.some(({ written, status }) => written.length > 0 && isKnowable(status))) {
    objections.push(`thrown after something was written: ${message}`);
  }
  const refused = log.some((entry) => {
    const { status, operation } = entry;
    if (operation === 'token') return true;
    return status !== null && (OF_THE_RUN.includes(status) || isUnfindable(entry));
  });
  if (!refused) objections.push(`thrown for nothing that HubSpot said: ${message}`);
  return objections;
}
