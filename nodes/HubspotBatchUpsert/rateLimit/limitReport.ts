import { DAILY_POLICY } from '../hubspot/statuses';
import type { HttpResponse, ResponseHeaders } from '../http/response';
import { retryAfterMs } from '../http/retryPolicy';
import { LONGEST_PATIENCE_MS } from '../model/settings';
import type { LimitReport } from './learn';
import type { ThrowBack } from './throttle';

/** HubSpot's windows are of one and of ten seconds; one far from these is no window of HubSpot's. */
const LONGEST_WINDOW_MS = 60_000;

/** What a 429's policy looks at where it is not the window. */
const POLICIES: ReadonlyMap<string, ThrowBack['policy']> = new Map([
  ['SECONDLY', 'second'],
  [DAILY_POLICY, 'day'],
]);

/** What an answer's `X-HubSpot-RateLimit-*` headers tell; a gateway may have stripped them. */
export function limitReport({ headers }: { headers: ResponseHeaders }): LimitReport {
  return {
    limit: headerNumber(headers, 'x-hubspot-ratelimit-max', 1),
    windowMs: headerNumber(
      headers,
      'x-hubspot-ratelimit-interval-milliseconds',
      1,
      LONGEST_WINDOW_MS,
    ),
    remaining: headerNumber(headers, 'x-hubspot-ratelimit-remaining', 0),
  };
}

/** What a 429 asks for. A `Retry-After` for which nobody can have the patience is not heard. */
export function throwBack({ error, headers }: HttpResponse): ThrowBack {
  const { policyName } = error;
  const asked = retryAfterMs(headers);
  return {
    policy: POLICIES.get(policyName ?? '') ?? 'window',
    askedMs: asked !== undefined && asked <= LONGEST_PATIENCE_MS ? asked : undefined,
  };
}

function headerNumber(
  headers: ResponseHeaders,
  name: string,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const text = headers[name]?.trim();
  const number = Number(text);
  const isGiven = text !== undefined && text !== '';
  return isGiven && number >= least && number <= most ? number : undefined;
}
