import type { LogEntry } from '../hubspot/log';

const WRITES = ['upsert', 'create', 'update'];

/** How much was asked of HubSpot. */
export interface Traffic {
  requests: number;
  /** Requests that create or update records. */
  writes: number;
  /** Requests that associate records. */
  links: number;
  /** Writes of records that an earlier, failed one had carried. */
  retried: number;
  rateLimited: number;
}

/** Counts what stands in the sandbox's log. */
export function trafficOf(log: readonly LogEntry[]): Traffic {
  const writes = log.filter(({ operation }) => WRITES.includes(operation ?? ''));
  const failed = new Set<string>();
  let retried = 0;
  for (const { body, status } of writes) {
    const batch = JSON.stringify(body);
    if (failed.has(batch)) retried += 1;
    if (status === null || status >= 300) failed.add(batch);
  }
  return {
    requests: log.length,
    writes: writes.length,
    links: log.filter(({ operation }) => operation === 'associate').length,
    retried,
    rateLimited: log.filter(({ status }) => status === 429).length,
  };
}
