/** What comes of a list of HubSpot's, needed before anything is sent, that could not be read. */

import { scopesToGrant } from '../hubspot/scopes';
import { isSuccess, isTransientStatus } from '../hubspot/statuses';
import { isJsonSuccess, type HttpResult } from '../http/response';
import type { Fault } from '../model/fault';
import { recogniseFault } from '../response/faults';
import type { Run } from './run';

/**
 * Ends the run where what keeps HubSpot from telling would keep it from writing, too, and where it
 * says no more than that it cannot tell now: nothing has been sent yet, and all items may be run
 * again as they are, in their order.
 *
 * @param list As in "to read the properties".
 */
export function endsRun(result: HttpResult, list: string, run: Run): boolean {
  if (run.stopped) return true;
  const fault = recogniseFault(result, { objectType: '', idProperty: '' });
  if (fault?.scope === 'run') run.stop(fault);
  else if (isOutOfReach(result)) run.stop(outOfReach(result, list));
  return run.stopped !== undefined;
}

/** The scopes that HubSpot asks for, as a sentence behind another one; empty where it names none. */
export function whichScopes(result: HttpResult): string {
  const scopes = result.kind === 'response' ? scopesToGrant(result.error) : undefined;
  return scopes ? ` Grant ${scopes}.` : '';
}

/** Does the response tell only of the moment, and nothing of what the credential may read? */
function isOutOfReach(result: HttpResult): boolean {
  if (result.kind !== 'response') return true;
  const { status } = result;
  return isTransientStatus(status) || (isSuccess(status) && !isJsonSuccess(result));
}

function outOfReach(result: HttpResult, list: string): Fault {
  return {
    scope: 'run',
    title: `HubSpot could not be reached to read ${list}`,
    advice: `${result.kind === 'noResponse' ? result.message : 'It did not answer as usual'}. Run the items again later.`,
    retryable: true,
    throws: false,
  };
}
