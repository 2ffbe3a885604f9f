import type { OptionSource } from '../hubspot/optionSource';
import { isReadable, type RawItem, type ReadItems, type UnreadableItem } from '../input/items';
import type { Ledger } from '../model/ledger';
import type { InputNotes } from '../model/inputNotes';
import { isFailure, ownFailure, type Failure } from '../model/outcome';
import type { RecordInput, RecordWrite } from '../model/record';
import type { Settings } from '../model/settings';
import type { Target, Targets } from '../model/target';
import { NeedsOptions } from '../values/conversion';
import { quote } from '../values/quote';
import { check, type CheckRules } from './check';
import { resolveDuplicates } from './duplicates';
import { groupByRecord } from './groupByRecord';
import { identify } from './identify';
import { TraceIds } from './traceIds';

/** What a run has for its items to become records. */
export interface Preparation {
  /** Unique to the run. */
  id: string;
  ledger: Ledger;
  targets: Targets;
  inputNotes: InputNotes;
}

/** Options that no definition lists and that some item cannot do without. */
export interface OptionsNeeded {
  source: OptionSource;
  objectType: string;
}

/** Takes in that nothing is sent for some items. */
type Refuse = (
  indexes: readonly number[],
  record: { target?: Target; id?: string },
  failure: Failure,
) => void;

/**
 * Makes records out of what the items ask for. What HubSpot would not take goes into the ledger
 * unsent. It stops on the way where options are needed, and goes on from there once they stand in
 * the definitions.
 *
 * @returns What is to be written, in the order of the records' first items that are sent.
 */
export function* prepareRecords(
  read: ReadItems,
  settings: Settings,
  { id: runId, ledger, targets, inputNotes }: Preparation,
): Generator<OptionsNeeded, RecordWrite[], void> {
  const refuse: Refuse = (indexes, { target, id }, failure) =>
    ledger.settle(indexes, () => ({ target, id, traceId: null, failure }));
  const rules = { ...settings, mapsAutomatically: read.mapsAutomatically };
  const inputs = yield* toInputs(read, { rules, targets, inputNotes, refuse });
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
    const resolved = resolveDuplicates(group, settings.duplicates);
    if (!isFailure(resolved)) {
      for (const write of resolved) {
        inputNotes.noteReplaced(write.superseded);
        trace(write);
      }
    } else group.forEach((input) => refuse([input.index], input, resolved));
  });
  return writes;
}

interface Inputs extends Pick<Preparation, 'targets' | 'inputNotes'> {
  rules: CheckRules;
  refuse: Refuse;
}

/** What each item asks for, as HubSpot would take it. */
function* toInputs(
  { count, at }: ReadItems,
  aids: Inputs,
): Generator<OptionsNeeded, RecordInput[], void> {
  const inputs: RecordInput[] = [];
  for (let index = 0; index < count; index += 1) {
    const item = at(index);
    if (!isReadable(item)) {
      aids.refuse([item.index], {}, unreadable(item));
      continue;
    }
    let input = toInput(item, aids);
    while (input instanceof NeedsOptions) {
      yield { source: input.source, objectType: item.objectType };
      input = toInput(item, aids);
    }
    if (input) inputs.push(input);
  }
  return inputs;
}

/** Undefined where the item is refused. */
function toInput(
  item: RawItem,
  { rules, targets, inputNotes, refuse }: Inputs,
): RecordInput | NeedsOptions | undefined {
  const target = targets.of(item);
  const id = identify(item, target, rules);
  if (id instanceof NeedsOptions) return id;
  if (typeof id !== 'string') {
    refuse([item.index], { target }, id);
    return undefined;
  }
  const input = check(item, id, target, rules, inputNotes);
  if (input instanceof NeedsOptions || !isFailure(input)) return input;
  refuse([item.index], { target, id }, input);
  return undefined;
}

function unreadable({ parameter, property, reason }: UnreadableItem): Failure {
  const where = property === undefined ? `parameter "${parameter}"` : `property ${quote(property)}`;
  const message = `The expression of the ${where} could not be evaluated for this item: ${reason}`;
  return ownFailure('INVALID_VALUE', message, { property: property ?? parameter });
}
