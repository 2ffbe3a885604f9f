import { createClient } from '../../nodes/HubspotBatchUpsert/delivery/client';
import { RememberedLists } from '../../nodes/HubspotBatchUpsert/delivery/rememberedLists';
import { DryRunStore } from '../../nodes/HubspotBatchUpsert/decide/dryRunStore';
import { Run } from '../../nodes/HubspotBatchUpsert/delivery/run';
import { RecentlyCreated } from '../../nodes/HubspotBatchUpsert/decide/recentlyCreated';
import { BatchJoiner } from '../../nodes/HubspotBatchUpsert/join/batchJoiner';
import type { PropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import { hasRecord } from '../../nodes/HubspotBatchUpsert/model/ledger';
import type { Failure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import type { Settings } from '../../nodes/HubspotBatchUpsert/model/settings';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { RateLimiter } from '../../nodes/HubspotBatchUpsert/rateLimit/rateLimiter';
import { SearchLimiter } from '../../nodes/HubspotBatchUpsert/rateLimit/searchLimiter';
import { n8nContext } from './n8n';
import { scriptedHubspot, type Script } from './scriptedHubspot';
import { writeOf } from './write';

interface Delivering {
  /** Items of the run. */
  items?: number;
  settings?: Partial<Settings>;
  cancelSignal?: AbortSignal;
  /** One that others use as well. */
  rateLimiter?: RateLimiter;
  /** One that others use as well. */
  joiner?: BatchJoiner<RecordWrite>;
  /** The same. */
  lists?: RememberedLists;
}

/** Records are created or updated, whatever HubSpot holds. */
const PLAIN_UPSERT = {
  operation: 'upsert',
  existingValues: 'overwrite',
  skipUnchanged: false,
  nonUniqueId: 'refuse',
  dryRun: false,
  invalidValues: 'reject',
} as const;

/** A run against a HubSpot that answers by the script: all between the two is the node's own. */
export function delivering(
  script: Script = {},
  {
    items = 0,
    settings,
    cancelSignal,
    rateLimiter = new RateLimiter(),
    joiner = new BatchJoiner(),
    lists = new RememberedLists(),
  }: Delivering = {},
) {
  const hubspot = scriptedHubspot(script);
  const connection = {
    context: n8nContext(hubspot.answer, { cancelSignal }),
    credentialType: 'hubspotBatchServiceKeyApi',
    baseUrl: 'https://api.hubapi.com',
    account: 'test',
    sensitiveData: [],
  };
  const run = new Run(items, cancelSignal);
  const shared = {
    rateLimiter,
    searchLimiter: new SearchLimiter(),
    lists,
    joiner,
    recentlyCreated: new RecentlyCreated(),
  };
  const client = createClient(
    connection,
    shared,
    {
      apiVersion: 'v3',
      maxConcurrency: 100,
      maxRetries: 2,
      patienceMs: 300_000,
      rateLimitShare: 1,
      timeoutMs: 30_000,
      ...settings,
    },
    run,
  );
  return {
    run,
    client,
    rateLimiter,
    hubspot,
    context: {
      client,
      run,
      recentlyCreated: shared.recentlyCreated,
      dryRunStore: new DryRunStore(),
      settings: { ...PLAIN_UPSERT, batchSize: 100, maxRetries: 2, ...settings },
    },
  };
}

/** Line items by SKU that no other test has met. */
export function lineItems(definitions?: PropertyDefinitions): Target {
  return new Target('line_items', 'sku', definitions);
}

/** One record for each id, and one item for each record, from the first item on. */
export function writesOf(target: Target, ...ids: string[]): RecordWrite[] {
  return ids.map((id, index) => writeOf(id, { name: `Name ${id}` }, { target, indexes: [index] }));
}

/** How each item of the run ended: how it was written, or its failure's category. */
export function endsOf({ ledger }: Run): string[] {
  return Array.from({ length: ledger.size }, (_, index) => {
    const entry = ledger.entry(index);
    return hasRecord(entry) ? entry.hubspot.outcome : entry.failure.category;
  });
}

/** The failure of the item. */
export function failureOf({ ledger }: Run, index: number): Failure {
  const failure = ledger.failureOf(index);
  if (failure === undefined) throw new Error(`Item ${index} did not fail`);
  return failure;
}
