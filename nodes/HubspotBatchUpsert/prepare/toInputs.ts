import type { OptionSource } from '../hubspot/optionSource';
import { isReadable, type RawItem, type ReadItems } from '../input/items';
import type { InputNotes } from '../model/inputNotes';
import { isFailure, type Failure } from '../model/outcome';
import type { RecordInput } from '../model/record';
import type { Target, Targets } from '../model/target';
import { NeedsOptions } from '../values/conversion';
import type { ItemWishes } from './associationWishes';
import { check, type CheckRules } from './check';
import { failureOf, sortDefects, type Defect } from './defects';
import { identify } from './identify';
import { FieldMatcher, NO_OTHER_NAMES, type MatchedFields } from './matchFields';
import { noteReadings } from './readings';
import { unreadable, unseen } from './unreadable';

/** Options that no definition lists and that some item cannot do without. */
export interface OptionsNeeded {
  source: OptionSource;
  objectType: string;
}

/** Takes in that nothing is sent for some items. */
export type Refuse = (
  indexes: readonly number[],
  record: { target?: Target; id?: string },
  failure: Failure,
) => void;

/** Items that are understood in one go: some 50 ms, in which nothing else happens in n8n's process. */
const ITEMS_IN_A_ROW = 5_000;

/** Stands where others, and responses, are to have their turn. */
export const PAUSE = 'pause';

interface Aids {
  rules: CheckRules;
  /** What each item wants its record associated with. */
  wishes: readonly ItemWishes[];
  targets: Targets;
  inputNotes: InputNotes;
  refuse: Refuse;
}

/**
 * What each item asks for, as HubSpot would take it. It stops on the way where options are needed,
 * and goes on from there once they stand in the definitions; and from time to time for others.
 */
export function* toInputs(
  { count, at }: ReadItems,
  aids: Aids,
): Generator<OptionsNeeded | typeof PAUSE, RecordInput[], void> {
  const inputs: RecordInput[] = [];
  const matching = fieldMatching(aids);
  for (let index = 0; index < count; index += 1) {
    if (index > 0 && index % ITEMS_IN_A_ROW === 0) yield PAUSE;
    try {
      const item = at(index);
      if (!isReadable(item)) {
        aids.refuse([index], {}, unreadable(item));
        continue;
      }
      const matched = matching(item);
      aids.inputNotes.noteUndecoded(item.id);
      for (const name in matched.values) aids.inputNotes.noteUndecoded(matched.values[name]);
      let input = toInput(item, matched, aids);
      while (input instanceof NeedsOptions) {
        yield { source: input.source, objectType: item.objectType };
        input = toInput(item, matched, aids);
      }
      if (input) inputs.push(input);
    } catch (error) {
      // A field may throw when it is looked at, which must not cost other items their way.
      aids.refuse([index], {}, unseen(error));
    }
  }
  return withoutDoubtful(inputs, aids);
}

/** Undefined where the item is refused. */
function toInput(
  given: RawItem,
  matched: MatchedFields,
  { rules, wishes, targets, inputNotes, refuse }: Aids,
): RecordInput | NeedsOptions | undefined {
  const target = targets.of(given);
  const { values } = matched;
  const item = values === given.values ? given : { ...given, values };
  const id = identify(item, target, rules, given.values);
  if (id instanceof NeedsOptions) return id;
  if (typeof id !== 'string') {
    // What it shows of its column counts all the same.
    for (const property in values) {
      rules.decimalMarks.note(item.index, target.definitions?.get(property), values[property]);
    }
    refuse([item.index], { target }, id);
    return undefined;
  }
  const input = check(item, id, target, rules, matched);
  if (input instanceof NeedsOptions) return input;
  if (isFailure(input)) {
    refuse([item.index], { target, id }, input);
    return undefined;
  }
  const wished = wishes[item.index] ?? [];
  if (isFailure(wished)) {
    refuse([item.index], { target, id }, wished);
    return undefined;
  }
  if (wished.length > 0) input.wishes = wished;
  if (isWrittenBefore(item, input)) input.isWrittenBefore = true;
  noteReadings(item, input, rules, inputNotes);
  return input;
}

/** Is it this record that an earlier run wrote for the item? */
function isWrittenBefore({ earlierRecord }: RawItem, { target, id }: RecordInput): boolean {
  return (
    earlierRecord?.idValue === id &&
    earlierRecord.objectType === target.objectType &&
    earlierRecord.idProperty === target.idProperty
  );
}

/** Brings the values of items under the names of their properties, when mapping automatically. */
function fieldMatching({ rules, targets, inputNotes }: Aids): (item: RawItem) => MatchedFields {
  const matchers = new Map<Target, FieldMatcher>();
  return (item) => {
    const { values } = item;
    if (!rules.mapsAutomatically) return { values, fieldNames: NO_OTHER_NAMES };
    const target = targets.of(item);
    const matcher = matchers.get(target) ?? new FieldMatcher(target, rules, inputNotes);
    matchers.set(target, matcher);
    return matcher.match(values);
  };
}

/** Takes out numbers that have two readings because of another item's, and items that end by them. */
function withoutDoubtful(inputs: RecordInput[], { rules, refuse }: Aids): RecordInput[] {
  const doubtful = rules.decimalMarks.doubtfulValues();
  if (doubtful.size === 0) return inputs;
  return inputs.filter((input) => {
    const { index, target, id } = input;
    const defects = (doubtful.get(index) ?? []).map((value): Defect => ({
      category: 'INVALID_VALUE',
      ...value,
    }));
    const { fatal, leftOut } = sortDefects(defects, target.idProperty, rules);
    const failure = failureOf(fatal, NO_OTHER_NAMES);
    if (failure) {
      const isIdDoubtful = fatal.some(({ property }) => property === target.idProperty);
      refuse([index], isIdDoubtful ? { target } : { target, id }, failure);
      return false;
    }
    for (const { property } of leftOut) delete input.properties[property];
    if (leftOut.length > 0) input.leftOut = [...(input.leftOut ?? []), ...leftOut];
    return true;
  });
}
