import { runNode, type NodeOutcome } from '../../sandbox/engine/runNode';
import type { SandboxOptions } from '../../sandbox/hubspot/options';
import { startSandbox } from '../../sandbox/hubspot/sandbox';
import type { LineItem } from '../lineItems';
import { loadPackage } from '../processes/builtNode';

/** Records that a run brings into an account of its own. */
export interface Work {
  objectType: string;
  idProperty: string;
  rows: readonly LineItem[];
  /** In what the account's answers differ from the sandbox's own. */
  account: Partial<SandboxOptions>;
}

/** What the account was asked for it. */
export interface Requests {
  batches: number;
  /** Upserts and reads. */
  requests: number;
  reads: number;
  /** Rows of which it is known whether they were created or updated, and as which record. */
  known: number;
}

const BATCH_SIZE = 100;

/** More than the run asks for, so that it never waits. */
const AMPLE = { perWindow: 100_000, windowMs: 1_000, daily: null, kind: 'rolling' } as const;

/** Counts what the node asks; every second record is there already. */
export async function requestsFor(work: Work, builtPackage: string): Promise<Requests> {
  const { objectType, idProperty, rows, account } = work;
  const { node, serviceKey } = await loadPackage(builtPackage);
  const sandbox = await startSandbox({ rateLimit: AMPLE, ...account });
  const { store, log, tokens, baseUrl } = sandbox;
  const keyOf = (row: LineItem) => String(row[idProperty]);
  try {
    for (const [index, row] of rows.entries()) {
      if (index % 2 === 0) store.put(objectType, { [idProperty]: keyOf(row) });
    }
    const outcome = await runNode({
      nodeType: node,
      parameters: {
        authentication: 'serviceKey',
        objectType: { __rl: true, mode: 'id', value: objectType },
        idProperty: { __rl: true, mode: 'name', value: idProperty },
        id: '',
        properties: { mappingMode: 'autoMapInputData', value: null },
        options: {},
      },
      items: rows.map((json) => ({ json })),
      credentialTypes: [serviceKey],
      credential: { type: serviceKey.name, data: { serviceKey: tokens.serviceKey(), baseUrl } },
    });
    if (outcome.thrown) throw outcome.thrown;
    const reads = log.of('read').length;
    return {
      batches: Math.ceil(rows.length / BATCH_SIZE),
      requests: log.upserts().length + reads,
      reads,
      known: knownIn(outcome, (key) => store.find(objectType, idProperty, key)?.id),
    };
  } finally {
    await sandbox.stop();
  }
}

function knownIn({ success }: NodeOutcome, idOf: (key: string) => string | undefined): number {
  return success.filter(({ json, pairedItem }) => {
    const { outcome, id, idValue } = json.hubspot as Record<string, string>;
    const index = typeof pairedItem === 'object' && 'item' in pairedItem ? pairedItem.item : NaN;
    return outcome === (index % 2 === 0 ? 'updated' : 'created') && id === idOf(idValue ?? '');
  }).length;
}
