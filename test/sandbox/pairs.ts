import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { client, sandboxForTest } from './client';

/** The paths of the pair line items and deals, in both versions of the API. */
export const PATHS = {
  v3: '/crm/v4/associations/line_items/deals',
  '2026-09': '/crm/associations/2026-09/line_items/deals',
} as const;
export type Version = keyof typeof PATHS;
export const VERSIONS = Object.keys(PATHS) as Version[];

/** A label of the account's, and how a request names it. */
export const MAIN = { from: 'line_items', to: 'deals', label: 'Main', typeId: 7 };
export const MAIN_TYPE = { associationCategory: 'USER_DEFINED', associationTypeId: 7 };

export interface PairBody {
  from: { id: string };
  to: { id: string };
}

/** What a sandbox begins with, and by which version of the API it is asked. */
interface Arrangement {
  lines?: number;
  deals?: number;
  version?: Version;
  options?: Partial<SandboxOptions>;
}

/** A sandbox with line items and deals that are not associated yet, and ways to associate them. */
export async function lineItemsAndDeals({
  lines = 1,
  deals = 1,
  version = 'v3',
  options = {},
}: Arrangement = {}) {
  const sandbox = await sandboxForTest({ shuffleResults: false, ...options });
  const lineIds = Array.from({ length: lines }, () => sandbox.store.put('line_items', {}));
  const dealIds = Array.from({ length: deals }, () => sandbox.store.put('deals', {}));
  const http = client(sandbox);
  return {
    sandbox,
    http,
    lineIds,
    dealIds,
    associate: (inputs: PairBody[]) =>
      http.post(`${PATHS[version]}/batch/associate/default`, { inputs }),
    label: (inputs: PairBody[], ...types: unknown[]) =>
      http.post(`${PATHS[version]}/batch/create`, {
        inputs: inputs.map((input) => ({ ...input, types })),
      }),
    read: (...inputs: { id: string; after?: string }[]) =>
      http.post(`${PATHS[version]}/batch/read`, { inputs }),
    stored: () => sandbox.store.associations.all('line_items', 'deals'),
  };
}

export function pair(fromId: string, toId: string): PairBody {
  return { from: { id: fromId }, to: { id: toId } };
}
