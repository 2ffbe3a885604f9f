import { isExpired } from '../hubspot/categories';
import { DAILY_POLICY, meaningOf } from '../hubspot/statuses';
import type { HttpResult, HttpResponse, ResponseHeaders } from './response';

/** What to do after a request. */
export type RetryDecision =
  | { do: 'accept' }
  | { do: 'retry'; afterMs: number }
  /** No wait of this run will help: nothing more is to be sent. */
  | { do: 'stop'; reason: string };

export interface RetryRules {
  maxRetries: number;
  /** A longer wait than this, in ms, ends the run instead. */
  patienceMs: number;
}

const CAP_MS = 60_000;
const NETWORK_FLOOR_MS = 1_000;
const EXPIRED_TOKEN_FLOOR_MS = 50;

/**
 * Decides, from all that is known, whether a request is sent again and after how long.
 *
 * @param attempt 1 for the first.
 * @param random From 0 to 1: spreads the waits of many requests.
 */
export function decideRetry(
  result: HttpResult,
  attempt: number,
  rules: RetryRules,
  random: number,
): RetryDecision {
  if (isDailyLimit(result)) {
    return {
      do: 'stop',
      reason: "the account's daily limit of requests is used up until midnight in its time zone",
    };
  }
  const floor = leastWaitMs(result);
  if (floor === undefined) return { do: 'accept' };
  const asked = result.kind === 'response' ? retryAfterMs(result.headers) : undefined;
  if (asked !== undefined && asked > rules.patienceMs) {
    return { do: 'stop', reason: askedToWait(asked) };
  }
  if (attempt > rules.maxRetries) return { do: 'accept' };
  return { do: 'retry', afterMs: asked ?? backOff(floor, attempt, random) };
}

export function askedToWait(ms: number): string {
  return `HubSpot asked to wait ${Math.ceil(ms / 1000)} seconds`;
}

/** The least wait before a retry makes sense; undefined where none does. */
function leastWaitMs(result: HttpResult): number | undefined {
  if (result.kind === 'authFailed') return undefined;
  if (result.kind === 'noResponse') {
    return result.reason === 'timeout' || result.reason === 'network'
      ? NETWORK_FLOOR_MS
      : undefined;
  }
  if (isExpiredToken(result)) return EXPIRED_TOKEN_FLOOR_MS;
  return meaningOf(result.status).leastWaitMs;
}

/** Doubles from the floor up to the cap; the upper half of each wait is left to chance. */
function backOff(floorMs: number, attempt: number, random: number): number {
  const ceiling = Math.min(CAP_MS, floorMs * 2 ** attempt);
  return Math.round(Math.max(floorMs, ceiling / 2 + (ceiling / 2) * random));
}

/** n8n renews a token once per request; one that expires again at once is renewed by the next. */
function isExpiredToken(result: HttpResponse): boolean {
  return result.status === 401 && isExpired(result.error);
}

function isDailyLimit(result: HttpResult): boolean {
  if (result.kind !== 'response' || result.status !== 429) return false;
  const { policyName } = result.error;
  if (policyName !== undefined) return policyName === DAILY_POLICY;
  return result.headers['x-hubspot-ratelimit-daily-remaining'] === '0';
}

/**
 * `Retry-After` in ms; HubSpot gives seconds, a gateway may give a date. One that has passed comes
 * from another clock than ours and tells nothing.
 */
export function retryAfterMs(headers: ResponseHeaders, now = Date.now()): number | undefined {
  const value = headers['retry-after']?.trim();
  if (value === undefined || value === '') return undefined;
  const seconds = Number(value);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) && ms >= 0 ? ms : undefined;
}
