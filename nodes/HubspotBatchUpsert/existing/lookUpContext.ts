import type { RunContext } from '../delivery/runContext';
import type { RecentlyCreated } from '../decide/recentlyCreated';

/** What it takes to look for records: the search shows those last that were created last. */
export interface LookUpContext extends RunContext {
  recentlyCreated: RecentlyCreated;
}
