import type { IDataObject } from 'n8n-workflow';
import type { NodeOutcome } from '../../sandbox/engine/runNode';
import type { Sandbox } from '../../sandbox/hubspot/sandbox';
import { UPSERT } from './sandbox';
import { upsert, type Upsert } from './upsert';

/** Of two requests one has to wait, and so they meet. */
export const SCARCE = {
  rateLimit: { perWindow: 20, windowMs: 2_000, daily: null, kind: 'rolling' as const },
};

/** Runs the node once for each list of items, all at the same time, as webhook calls do. */
export async function executions(
  each: ReadonlyArray<IDataObject[]>,
  more: Omit<Upsert, 'items'>,
): Promise<NodeOutcome[]> {
  return await Promise.all(each.map((items) => upsert({ items, ...more })));
}

/** How many inputs each upsert held. */
export function upsertSizes(sandbox: Sandbox): number[] {
  return sandbox.log.upserts().map(({ inputIds }) => inputIds.length);
}

/** How many requests the sandbox got, upserts among them. */
export function requestCounts(sandbox: Sandbox): { all: number; upserts: number } {
  const { entries } = sandbox.log;
  return {
    all: entries.length,
    upserts: entries.filter(({ path }) => path.endsWith(UPSERT)).length,
  };
}
