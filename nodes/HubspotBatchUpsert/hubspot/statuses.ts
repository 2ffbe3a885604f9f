/**
 * What HubSpot's statuses ask of a client. Source: HubSpot, "Error handling" and "API usage
 * guidelines"; the 52x are its edge network's.
 */

/** Statuses after which the same request is worth repeating, with the least wait in ms. */
export const RETRYABLE: ReadonlyMap<number, number> = new Map([
  [408, 1_000],
  [423, 2_000],
  [429, 1_000],
  [477, 1_000],
  [500, 1_000],
  [502, 2_000],
  [503, 2_000],
  [504, 2_000],
  [520, 2_000],
  [521, 2_000],
  [523, 2_000],
  [524, 2_000],
]);

/**
 * Statuses of something in between that gave up on HubSpot: the write may have happened all the
 * same.
 */
export const OUTCOME_UNKNOWN: ReadonlySet<number> = new Set([
  408, 500, 502, 503, 504, 520, 522, 524,
]);

/** Of these, the ones that speak of time. */
export const TIMED_OUT: ReadonlySet<number> = new Set([408, 504, 522, 524]);

/** Refusals of a whole batch in which some of the records may be good. */
export const DIVISIBLE: ReadonlySet<number> = new Set([400, 409, 413, 422]);

/** Another write, or another record, stands in the way. */
export const CONFLICT = 409;

/** HubSpot's gateway found the body too large; it says nothing about single records. */
export const TOO_LARGE = 413;

/** The policy of a 429 that no wait of a run outlasts: it ends at midnight in the account's zone. */
export const DAILY_POLICY = 'DAILY';

/** The lowest documented limit, assumed until HubSpot's headers tell the account's own. */
export const LOWEST_LIMIT = { requests: 100, windowMs: 10_000 };

/** Locked, or at the end of its strength: HubSpot bears fewer requests at a time just now. */
export function isOverload(status: number): boolean {
  return status === 423 || status >= 500;
}

export function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
