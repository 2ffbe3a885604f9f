import { isReadable, type ReadItems, type UnreadableItem } from '../input/items';
import type { Settings } from '../input/readSettings';
import type { Ledger } from '../model/ledger';
import { isFailure, ownFailure, type Failure } from '../model/outcome';
import { usableIdProperties, type DefinitionsByObjectType } from '../hubspot/propertyDefinitions';
import { resolveDuplicates } from './duplicates';
import { groupByRecord } from './groupByRecord';
import { identify } from './identify';
import { prepare } from './check';
import type { Identity, RecordInput, RecordWrite } from '../model/record';
import { TraceIds } from './traceIds';

/** Takes in that nothing is sent for some items. */
type Refuse = (indexes: readonly number[], record: Partial<Identity>, failure: Failure) => void;

/**
 * Makes records out of what the items ask for. What HubSpot would not take goes into the ledger
 * unsent.
 *
 * @returns What is to be written, in the order of the records' first items that are sent.
 */
export function prepareAll(
  read: ReadItems,
  catalogs: DefinitionsByObjectType,
  settings: Settings,
  { id: runId, ledger }: { id: string; ledger: Ledger },
): RecordWrite[] {
  const refuse: Refuse = (indexes, { objectType, idProperty, id }, failure) =>
    ledger.settle(indexes, () => ({ objectType, idProperty, id, traceId: null, failure }));
  const inputs = toInputs(read, catalogs, settings, refuse);
  const traceIds = new TraceIds(runId, new Set(inputs.map(({ traceId }) => traceId)));
  const writes: RecordWrite[] = [];
  const trace = (write: RecordWrite): void => {
    const traceId = traceIds.next(write.traceId);
    if (typeof traceId === 'string') {
      write.traceId = traceId;
      writes.push(write);
    } else refuse(write.indexes, write, traceId);
  };
  groupByRecord(inputs).forEach((group) => {
    const catalog = catalogs.get(group[0].objectType);
    const resolved = resolveDuplicates(group, settings.duplicates, catalog);
    if (!isFailure(resolved)) resolved.forEach(trace);
    else group.forEach((input) => refuse([input.index], input, resolved));
  });
  return writes;
}

/** What each item asks for, as HubSpot would take it. */
function toInputs(
  { count, at, mapsAutomatically }: ReadItems,
  catalogs: DefinitionsByObjectType,
  settings: Settings,
  refuse: Refuse,
): RecordInput[] {
  const idProperties = new Map(
    [...catalogs].map(([type, catalog]) => [type, usableIdProperties(catalog, type)]),
  );
  const rules = { ...settings, mapsAutomatically };
  const inputs: RecordInput[] = [];
  for (let index = 0; index < count; index += 1) {
    const item = at(index);
    if (!isReadable(item)) {
      refuse([item.index], {}, unreadable(item));
      continue;
    }
    const { objectType, idProperty } = item;
    const catalog = catalogs.get(objectType);
    const id = identify(item, idProperties.get(objectType), catalog?.get(idProperty));
    if (typeof id !== 'string') {
      refuse([item.index], { objectType, idProperty }, id);
      continue;
    }
    const input = prepare(item, id, catalog, rules);
    if (isFailure(input)) refuse([item.index], { objectType, idProperty, id }, input);
    else inputs.push(input);
  }
  return inputs;
}

function unreadable({ parameter, reason }: UnreadableItem): Failure {
  const message = `The expression of the parameter "${parameter}" could not be evaluated for this item: ${reason}`;
  return ownFailure('INVALID_VALUE', message, { property: parameter });
}
