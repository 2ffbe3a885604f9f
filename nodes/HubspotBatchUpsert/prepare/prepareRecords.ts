import { isReadable, type RawItem, type ReadItems, type UnreadableItem } from '../input/items';
import type { Ledger } from '../model/ledger';
import type { InputNotes } from '../model/inputNotes';
import { isFailure, ownFailure, type Failure } from '../model/outcome';
import type { RecordInput, RecordWrite } from '../model/record';
import type { Settings } from '../model/settings';
import type { Target, Targets } from '../model/target';
import { quote } from '../values/quote';
import { check, describe, type CheckRules, type Defect } from './check';
import { DecimalMarks } from './decimalMarks';
import { resolveDuplicates } from './duplicates';
import { groupByRecord } from './groupByRecord';
import { identify } from './identify';
import { FieldMatcher, NO_OTHER_NAMES, type MatchedFields } from './matchFields';
import { TraceIds } from './traceIds';

/** What a run has for its items to become records. */
export interface Preparation {
  /** Unique to the run. */
  id: string;
  ledger: Ledger;
  targets: Targets;
  inputNotes: InputNotes;
}

/** Takes in that nothing is sent for some items. */
type Refuse = (
  indexes: readonly number[],
  record: { target?: Target; id?: string },
  failure: Failure,
) => void;

/**
 * Makes records out of what the items ask for. What HubSpot would not take goes into the ledger
 * unsent.
 *
 * @returns What is to be written, in the order of the records' first items that are sent.
 */
export function prepareRecords(
  read: ReadItems,
  settings: Settings,
  { id: runId, ledger, targets, inputNotes }: Preparation,
): RecordWrite[] {
  const refuse: Refuse = (indexes, { target, id }, failure) =>
    ledger.settle(indexes, () => ({ target, id, traceId: null, failure }));
  const rules = {
    ...settings,
    mapsAutomatically: read.mapsAutomatically,
    decimalMarks: new DecimalMarks(settings.numberFormat),
  };
  const inputs = toInputs(read, { rules, targets, inputNotes, refuse });
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
        inputNotes.noteLeftOut(write.leftOut);
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
function toInputs(
  { count, at }: ReadItems,
  { rules, targets, inputNotes, refuse }: Inputs,
): RecordInput[] {
  const inputs: RecordInput[] = [];
  const match = fieldMatching(rules, inputNotes);
  for (let index = 0; index < count; index += 1) {
    const raw = at(index);
    if (!isReadable(raw)) {
      refuse([raw.index], {}, unreadable(raw));
      continue;
    }
    const target = targets.of(raw);
    const { item, fieldNames } = match(raw, target);
    const id = identify(item, target, rules, raw.values);
    if (typeof id !== 'string') {
      refuse([item.index], { target }, id);
      continue;
    }
    const input = check(item, id, target, rules, inputNotes, fieldNames);
    if (isFailure(input)) refuse([item.index], { target, id }, input);
    else inputs.push(input);
  }
  return withoutDoubtful(inputs, rules.decimalMarks, refuse);
}

/** Takes out the items with a number that has two readings because of another item's. */
function withoutDoubtful(
  inputs: RecordInput[],
  decimalMarks: DecimalMarks,
  refuse: Refuse,
): RecordInput[] {
  const doubtful = decimalMarks.doubtfulValues();
  if (doubtful.size === 0) return inputs;
  return inputs.filter(({ index, target, id }) => {
    const defects = doubtful.get(index)?.map((value): Defect => ({
      category: 'INVALID_VALUE',
      ...value,
    }));
    if (!defects?.[0]) return true;
    const isIdDoubtful = defects.some(({ property }) => property === target.idProperty);
    refuse([index], isIdDoubtful ? { target } : { target, id }, describe(defects[0], defects));
    return false;
  });
}

/** Brings the values of items under the names of their properties, when mapping automatically. */
function fieldMatching(rules: CheckRules, notes: InputNotes) {
  const matchers = new Map<Target, FieldMatcher>();
  return (item: RawItem, target: Target): { item: RawItem } & Pick<MatchedFields, 'fieldNames'> => {
    if (!rules.mapsAutomatically) return { item, fieldNames: NO_OTHER_NAMES };
    const matcher = matchers.get(target) ?? new FieldMatcher(target, rules, notes);
    matchers.set(target, matcher);
    const { values, fieldNames } = matcher.match(item.values);
    return { item: { ...item, values }, fieldNames };
  };
}

function unreadable({ parameter, property, reason }: UnreadableItem): Failure {
  const where = property === undefined ? `parameter "${parameter}"` : `property ${quote(property)}`;
  const message = `The expression of the ${where} could not be evaluated for this item: ${reason}`;
  return ownFailure('INVALID_VALUE', message, { property: property ?? parameter });
}
