import type { ReadItems } from '../input/readItems';
import type { Settings } from '../input/settings';
import type { Ledger } from '../outcome/ledger';
import { ownFailure, type Failure } from '../outcome/outcome';
import { usableIdProperties, type Catalog } from './catalog';
import { resolveDuplicates, type SameRecord } from './duplicates';
import { groupByRecord, type RecordGroup } from './groupByRecord';
import { prepare } from './prepare';
import type { Identity, RecordInput, RecordWrite } from './recordInput';
import { TraceIds } from './traceIds';

/**
 * Makes records out of what the items ask for. What HubSpot would not take goes into the ledger
 * unsent.
 *
 * @param catalogs Property definitions by object type.
 * @returns What is to be written, in the order of the records' first items.
 */
export function prepareAll(
  read: ReadItems,
  catalogs: ReadonlyMap<string, Catalog>,
  settings: Settings,
  { id: runId, ledger }: { id: string; ledger: Ledger },
): RecordWrite[] {
  const refuse = (
    indexes: readonly number[],
    identity: Partial<Identity>,
    outcome: Failure,
  ): void => ledger.settle(indexes, { identity, traceId: null, outcome });

  for (const { index, parameter, reason } of read.unreadable) {
    refuse([index], {}, unreadable(parameter, reason));
  }
  const idProperties = new Map(
    [...catalogs].map(([type, catalog]) => [type, usableIdProperties(catalog, type)]),
  );
  const { groups, unidentified } = groupByRecord(read.items, idProperties);
  for (const { index, identity, failure } of unidentified) refuse([index], identity, failure);

  const traceIds = new TraceIds(runId, new Set(read.items.map(({ traceId }) => traceId)));
  const rules = { ...settings, mapsAutomatically: read.mapsAutomatically };
  const writes: RecordWrite[] = [];
  for (const group of groups) {
    const inputs = prepareGroup(group, catalogs, rules, refuse);
    if (!isAny(inputs)) continue;
    const catalog = catalogs.get(group.identity.objectType);
    const resolved = resolveDuplicates(inputs, settings.duplicates, catalog);
    if (!Array.isArray(resolved)) {
      for (const { index } of inputs) refuse([index], group.identity, resolved);
      continue;
    }
    for (const write of resolved) {
      const traced = traceIds.assign(write);
      if ('id' in traced) writes.push(traced);
      else refuse(write.indexes, write, traced);
    }
  }
  return writes;
}

/** The items of a record that HubSpot would take. */
function prepareGroup(
  { identity, items }: RecordGroup,
  catalogs: ReadonlyMap<string, Catalog>,
  rules: Parameters<typeof prepare>[3],
  refuse: (indexes: readonly number[], identity: Identity, outcome: Failure) => void,
): RecordInput[] {
  const catalog = catalogs.get(identity.objectType);
  const prepared = items.map((item) => prepare(item, identity, catalog, rules));
  if (prepared.every(isInput)) return prepared;
  prepared.forEach((failure, position) => {
    const item = items[position];
    if (item && !isInput(failure)) refuse([item.index], identity, failure);
  });
  return prepared.filter(isInput);
}

function isInput(prepared: RecordInput | Failure): prepared is RecordInput {
  return 'properties' in prepared;
}

function isAny(inputs: readonly RecordInput[]): inputs is SameRecord {
  return inputs.length > 0;
}

function unreadable(parameter: string, reason: string): Failure {
  const message = `The expression of the parameter "${parameter}" could not be evaluated for this item: ${reason}`;
  return ownFailure('INVALID_VALUE', message, { property: parameter });
}
