import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { rowOf } from './failures';
import type { Sheet } from './file/sheet';

/** How many rows of the Success output have which outcome. */
export interface Tally {
  /** Rows that were written, and the records that hold them. */
  rows: number;
  records: number;
  created: number;
  updated: number;
  confirmed: number;
  unchanged: number;
  skipped: number;
  wouldCreate: number;
  wouldUpdate: number;
}

/** A value that a row changes. */
export interface Change {
  line: number;
  property: string;
  /** Null where HubSpot holds none. */
  from: string | null;
  to: string;
}

interface Told extends IDataObject {
  outcome?: string;
  id?: string;
  associations?: Array<{ toId: string }>;
}

const WRITTEN = ['created', 'updated', 'written'];

/** Counts the rows of the Success output by what became of them. */
export function tallyOf(success: readonly INodeExecutionData[]): Tally {
  const told = toldBy(success);
  const count = (outcome: string) => told.filter((each) => each.outcome === outcome).length;
  const written = told.filter(({ outcome = '' }) => WRITTEN.includes(outcome));
  return {
    rows: written.length,
    records: new Set(written.map(({ id }) => id)).size,
    created: count('created'),
    updated: count('updated'),
    confirmed: count('written'),
    unchanged: count('unchanged'),
    skipped: count('skipped'),
    wouldCreate: count('wouldCreate'),
    wouldUpdate: count('wouldUpdate'),
  };
}

/** What rows change of the records that HubSpot holds, as they say themselves; those that differ first. */
export function changesOf(success: readonly INodeExecutionData[], { rows }: Sheet): Change[] {
  const changes = success.flatMap((item) => {
    const { changes = {} } = item.json.hubspot as {
      changes?: Record<string, Omit<Change, 'line'>>;
    };
    const line = rows[rowOf(item)]?.line ?? 0;
    return Object.entries(changes).map(([property, { from, to }]) => ({
      line,
      property,
      from,
      to,
    }));
  });
  const fills = ({ from }: Change) => from === null;
  return [...changes.filter((change) => !fills(change)), ...changes.filter(fills)];
}

/** Counts what the rows of the Success output say that they are linked with. */
export function linkedBy(success: readonly INodeExecutionData[]): {
  rows: number;
  records: number;
  deals: number;
} {
  const linked = toldBy(success).filter(({ associations = [] }) => associations.length > 0);
  return {
    rows: linked.length,
    records: new Set(linked.map(({ idValue }) => idValue)).size,
    deals: new Set(linked.flatMap(({ associations = [] }) => associations.map(({ toId }) => toId)))
      .size,
  };
}

function toldBy(success: readonly INodeExecutionData[]): Told[] {
  return success.map(({ json }) => json.hubspot as Told);
}
