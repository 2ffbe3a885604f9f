import type { LogEntry } from '../hubspot/log';

/** How much was asked of HubSpot. */
export interface Traffic {
  requests: number;
  upserts: number;
  /** Requests that associate records. */
  links: number;
  /** Upserts of records that an earlier, failed one had carried. */
  retried: number;
  rateLimited: number;
}

/** Counts what stands in the sandbox's log. */
export function trafficOf(log: readonly LogEntry[]): Traffic {
  const upserts = log.filter(({ operation }) => operation === 'upsert');
  const failed = new Set<string>();
  let retried = 0;
  for (const { inputIds, status } of upserts) {
    const batch = JSON.stringify(inputIds);
    if (failed.has(batch)) retried += 1;
    if (status === null || status >= 300) failed.add(batch);
  }
  return {
    requests: log.length,
    upserts: upserts.length,
    links: log.filter(({ operation }) => operation === 'associate').length,
    retried,
    rateLimited: log.filter(({ status }) => status === 429).length,
  };
}
