import { RecentlyCreated } from '../decide/recentlyCreated';
import { BatchJoiner } from '../join/batchJoiner';
import type { RecordWrite } from '../model/record';
import { RateLimiter } from '../rateLimit/rateLimiter';
import { SearchLimiter } from '../rateLimit/searchLimiter';
import type { Limiters } from './permits';
import { RememberedLists } from './rememberedLists';

/** What the executions of this process on one account share: many at once have one rate limit between them. */
export interface SharedState extends Limiters {
  lists: RememberedLists;
  joiner: BatchJoiner<RecordWrite>;
  recentlyCreated: RecentlyCreated;
}

/** Where more accounts than this are in use, those begin anew that were not used for the longest. */
const MOST_ACCOUNTS = 20;

interface Kept {
  shared: SharedState;
  /** Executions that use it now. */
  users: number;
}

/** The account that was used last is the last. None of it holds a credential, only its id in n8n. */
const byAccount = new Map<string, Kept>();

/**
 * Does a piece of work with what all executions of this process on an account share.
 *
 * @param account What the account is known by: base URL and credential, and nothing secret.
 */
export async function withSharedState<Result>(
  account: string,
  work: (shared: SharedState) => Promise<Result>,
): Promise<Result> {
  const kept = byAccount.get(account) ?? { shared: begin(), users: 0 };
  byAccount.delete(account);
  byAccount.set(account, kept);
  kept.users += 1;
  forgetOldest();
  try {
    return await work(kept.shared);
  } finally {
    kept.users -= 1;
  }
}

function begin(): SharedState {
  return {
    lists: new RememberedLists(),
    joiner: new BatchJoiner(),
    rateLimiter: new RateLimiter(),
    searchLimiter: new SearchLimiter(),
    recentlyCreated: new RecentlyCreated(),
  };
}

/** Would nothing be amiss if it began anew? */
function isForgettable({ rateLimiter, searchLimiter, recentlyCreated }: SharedState): boolean {
  return rateLimiter.isIdle() && searchLimiter.isIdle() && recentlyCreated.isOld();
}

function forgetOldest(): void {
  for (const [account, { shared, users }] of byAccount) {
    if (byAccount.size <= MOST_ACCOUNTS) return;
    if (users === 0 && isForgettable(shared)) byAccount.delete(account);
  }
}
