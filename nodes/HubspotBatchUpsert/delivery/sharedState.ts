import { BatchJoiner } from '../join/batchJoiner';
import type { RecordWrite } from '../model/record';
import { rateLimiterFor } from '../rateLimit/rateLimiters';
import { searchLimiterFor } from '../rateLimit/searchLimiter';
import type { Limiters } from './permissions';
import { RememberedLists } from './rememberedLists';

/** What the executions of this process on one account share. */
export interface SharedState extends Limiters {
  lists: RememberedLists;
  joiner: BatchJoiner<RecordWrite>;
}

/** Their lists are read again where more accounts than this are in use. */
const MOST_ACCOUNTS = 20;

type Kept = Pick<SharedState, 'lists' | 'joiner'>;

const byAccount = new Map<string, Kept>();

/** @param account What the account is known by: base URL and credential, and nothing secret. */
export function sharedOn(account: string): SharedState {
  const kept = byAccount.get(account) ?? {
    lists: new RememberedLists(),
    joiner: new BatchJoiner<RecordWrite>(),
  };
  byAccount.delete(account);
  byAccount.set(account, kept);
  for (const [oldest, { joiner }] of byAccount) {
    if (byAccount.size <= MOST_ACCOUNTS) break;
    if (joiner.isIdle) byAccount.delete(oldest);
  }
  return {
    ...kept,
    rateLimiter: rateLimiterFor(account),
    searchLimiter: searchLimiterFor(account),
  };
}
