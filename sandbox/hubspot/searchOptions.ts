import { SEARCH_LIMIT } from './limits/rateLimit';
import type { RateLimit } from './limits/rateLimit';

/** How records are found by search (HubSpot docs, "Search the CRM", where nothing else is said). */
export interface SearchOptions {
  /** Of the account, whatever the token; null is none. */
  searchRateLimit: RateLimit | null;
  /**
   * After how long search sees what was written or removed, "a few moments" at HubSpot. Infinity: not
   * before the test says `store.search.catchUp()`.
   */
  searchLagMs: number;
  /**
   * Whether `IN` finds text by values with upper-case letters; HubSpot says that they must be in lower
   * case, and not what happens otherwise.
   */
  searchFindsUpperCase: boolean;
  /** Characters that the body of a search may have. */
  searchBodyLimit: number;
  /** The most results in one page, however many are asked for. */
  searchPageSize: number;
  /** How many results of one search can be reached, page by page. */
  searchReach: number;
}

export const DEFAULT_SEARCH_OPTIONS: SearchOptions = {
  searchRateLimit: SEARCH_LIMIT,
  searchLagMs: 0,
  searchFindsUpperCase: false,
  searchBodyLimit: 3_000,
  searchPageSize: 200,
  searchReach: 10_000,
};
