import type { HttpResult } from '../http/response';

/** What came of a request and its retries. */
export interface RequestOutcome {
  /** The last result; undefined where the run had ended before anything was sent. */
  result: HttpResult | undefined;
  /** Did any attempt end so that HubSpot may have done the work without saying so? */
  isOutcomeUnknown: boolean;
  /**
   * HubSpot may have done the work, and sending it again might do it twice: a retry makes sense now,
   * once it is clear that it has not.
   */
  isWorthRepeating?: boolean;
}
