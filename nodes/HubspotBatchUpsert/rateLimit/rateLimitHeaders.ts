import { DAILY_POLICY } from '../hubspot/statuses';
import type { HttpResponse } from '../http/response';
import { retryAfterMs } from '../http/retryPolicy';
import { LONGEST_PATIENCE_MS } from '../model/settings';

/** HubSpot's rate limit, which its headers tell. */
export interface Limit {
  /** Requests of all in one window. */
  requests: number;
  windowMs: number;
}

/** What a response tells of the limit and of what remains of it, as far as its headers do. */
export type ToldLimit = Partial<Limit & { remaining: number }>;

/** How HubSpot answered with a 429. */
export interface RateLimitHit {
  /** What its policy looks at: the window, one second alone, or the day. */
  policy: 'window' | 'second' | 'day';
  /** The wait that it asks for, where it does. */
  askedMs: number | undefined;
}

/** HubSpot's windows are of one and of ten seconds; one far from these is no window of HubSpot's. */
const LONGEST_WINDOW_MS = 60_000;

/** What a 429's policy looks at where it is not the window. */
const POLICIES: ReadonlyMap<string | null | undefined, RateLimitHit['policy']> = new Map([
  ['SECONDLY', 'second'],
  [DAILY_POLICY, 'day'],
]);

/** Reads a response's `X-HubSpot-RateLimit-*` headers; a gateway may have stripped them. */
export function rateLimitHeaders({ headers }: Pick<HttpResponse, 'headers'>): ToldLimit {
  const number = (name: string, least: number, most = Number.MAX_SAFE_INTEGER) => {
    const value = parseFloat(headers[`x-hubspot-ratelimit-${name}`] ?? '');
    return value >= least && value <= most ? value : undefined;
  };
  return {
    requests: number('max', 1),
    windowMs: number('interval-milliseconds', 1, LONGEST_WINDOW_MS),
    remaining: number('remaining', 0),
  };
}

/** What a 429 asks for. A `Retry-After` for which nobody can have the patience is not heard. */
export function rateLimitHit({ error, headers }: HttpResponse): RateLimitHit {
  const asked = retryAfterMs(headers);
  return {
    policy: POLICIES.get(error.policyName) ?? 'window',
    askedMs: asked !== undefined && asked <= LONGEST_PATIENCE_MS ? asked : undefined,
  };
}
