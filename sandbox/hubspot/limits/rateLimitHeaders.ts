import type { Standing } from './rateLimit';

/** HubSpot's rate-limit headers; the daily ones are missing for OAuth (HubSpot docs, "API usage"). */
export function rateLimitHeaders({ limit, remaining, dailyRemaining }: Standing) {
  const headers: Record<string, string> = {
    'X-HubSpot-RateLimit-Max': String(limit.perWindow),
    'X-HubSpot-RateLimit-Remaining': String(remaining),
    'X-HubSpot-RateLimit-Interval-Milliseconds': String(limit.windowMs),
  };
  if (limit.daily !== null) {
    headers['X-HubSpot-RateLimit-Daily'] = String(limit.daily);
    headers['X-HubSpot-RateLimit-Daily-Remaining'] = String(dailyRemaining);
  }
  return headers;
}
