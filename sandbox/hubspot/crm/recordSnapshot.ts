import type { CrmRecord } from './objectTable';

/** A record as tests see it: a copy, with what was written and nothing that HubSpot adds. */
export interface RecordSnapshot {
  id: string;
  properties: Record<string, string>;
  createdAt: string;
  updatedAt: string;
}

export function snapshot({ id, properties, createdAt, updatedAt }: CrmRecord): RecordSnapshot {
  return { id, properties: Object.fromEntries(properties), createdAt, updatedAt };
}
