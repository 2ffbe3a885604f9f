import type { ReadItems } from '../input/readItems';
import type { Settings } from '../input/settings';
import type { Ledger } from '../outcome/ledger';
import { ownFailure, type Failure } from '../outcome/outcome';
import { toBatches, type Batch } from './batches';
import type { Catalog } from './catalog';
import { resolveDuplicates } from './duplicates';
import { prepare } from './prepare';
import type { Identity, RecordInput } from './recordInput';
import { assignTraceIds } from './traceIds';

/**
 * Makes batches out of what the items ask for. What HubSpot would not take goes into the ledger
 * before anything is sent.
 *
 * @param catalogs Property definitions by object type.
 */
export function prepareAll(
  read: ReadItems,
  catalogs: ReadonlyMap<string, Catalog>,
  settings: Settings,
  { id: runId, ledger }: { id: string; ledger: Ledger },
): Batch[] {
  const refuse = (
    indexes: readonly number[],
    identity: Partial<Identity>,
    outcome: Failure,
  ): void => ledger.settle(indexes, { identity, traceId: null, outcome });

  for (const { index, parameter, reason } of read.unreadable) {
    refuse([index], {}, unreadable(parameter, reason));
  }
  const rules = { ...settings, mapsAutomatically: read.mapsAutomatically };
  const inputs: RecordInput[] = [];
  for (const item of read.items) {
    const prepared = prepare(item, catalogs.get(item.objectType), rules);
    if (prepared.kind === 'input') inputs.push(prepared.input);
    else refuse([item.index], prepared.identity, prepared.failure);
  }
  const resolved = resolveDuplicates(inputs, settings.duplicates);
  for (const { input, failure } of resolved.rejected) refuse([input.index], input, failure);
  const traced = assignTraceIds(resolved.writes, runId);
  for (const { write, failure } of traced.rejected) refuse(write.indexes, write, failure);
  return toBatches(traced.writes, settings.batchSize);
}

function unreadable(parameter: string, reason: string): Failure {
  const message = `The expression of the parameter "${parameter}" could not be evaluated for this item: ${reason}`;
  return ownFailure('INVALID_VALUE', message, { property: parameter });
}
