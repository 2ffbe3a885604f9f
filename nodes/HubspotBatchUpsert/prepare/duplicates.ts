import { ownFailure, type Failure } from '../model/outcome';
import type { PropertyValues } from '../hubspot/types';
import { isSameAssociation, type Association, type ItemAssociations } from '../model/association';
import type { LeftOut, RecordInput, RecordWrite } from '../model/record';
import type { DuplicatePolicy } from '../model/settings';
import { quote } from '../values/quote';
import { afterOneAnother, holdsOptions, isMultiSelect } from '../values/optionValue';
import type { SameRecord } from './groupByRecord';

/**
 * Makes one write out of all items for a record, because HubSpot refuses a whole batch for one
 * repeated id.
 *
 * @returns What to write, or why none of it is written.
 */
export function resolveDuplicates(
  inputs: Readonly<SameRecord>,
  policy: DuplicatePolicy,
): RecordWrite[] | Failure {
  const first = inputs[0];
  const last = inputs[inputs.length - 1] ?? first;
  switch (policy) {
    case 'merge':
      return [toWrite(inputs, last, inputs)];
    case 'keepLast':
      return [toWrite(inputs, last)];
    case 'keepFirst':
      return [toWrite(inputs, first)];
    case 'reject':
      return inputs.length > 1 ? repeated(inputs) : [toWrite(inputs, first)];
    case 'sequence':
      return inSequence(inputs);
  }
}

function inSequence(inputs: Readonly<SameRecord>): RecordWrite[] {
  const sequence = { isUnconfirmed: false };
  return inputs.map((input, round) => ({ ...toWrite([input], input), round, sequence }));
}

/**
 * @param group All items of the record.
 * @param leading The one whose trace id counts.
 * @param kept Those of which the record has something.
 */
function toWrite(
  group: readonly RecordInput[],
  leading: RecordInput,
  kept: Readonly<SameRecord> = [leading],
): RecordWrite {
  const { target, id, traceId } = leading;
  const properties = mergeProperties(kept);
  const indexes = group.map(({ index }) => index);
  const write: RecordWrite = { target, id, properties, traceId, indexes, round: 0 };
  const leftOut = leftOutOf(group);
  if (leftOut) write.leftOut = leftOut;
  const associations = associationsOf(group, kept);
  if (associations) write.associations = associations;
  if (kept.some(({ isWrittenBefore }) => isWrittenBefore)) write.isWrittenBefore = true;
  if (group.length > 1) {
    write.superseded = supersededBy(write, group);
    write.given = givenBy(write, group);
  }
  return write;
}

/**
 * What the record is associated with, by item: of those that are kept all that they ask for, and of
 * another one what it asks for where one of these asks for each of it as well.
 *
 * @returns Undefined where no item asks for any.
 */
function associationsOf(
  group: readonly RecordInput[],
  kept: readonly RecordInput[],
): ItemAssociations[] | undefined {
  let asked: ItemAssociations[] | undefined;
  for (const { index, associations } of group) {
    const isAsked = (one: Association) =>
      kept.some((input) => input.associations?.some((other) => isSameAssociation(one, other)));
    if (associations && (kept === group || associations.every(isAsked)))
      (asked ??= []).push({ index, associations });
  }
  return asked;
}

/** By item; undefined where none is written without a value. */
function leftOutOf(inputs: readonly RecordInput[]): RecordWrite['leftOut'] {
  let byItem: Map<number, readonly LeftOut[]> | undefined;
  for (const { index, leftOut } of inputs) {
    if (leftOut) (byItem ??= new Map()).set(index, leftOut);
  }
  return byItem;
}

/** What items of a record ask for and do not get, since another item's value took its place. */
function supersededBy(
  { properties: written, target, associations }: RecordWrite,
  group: readonly RecordInput[],
): RecordWrite['superseded'] {
  const associated = new Set(associations?.map(({ index }) => index));
  const superseded = group.flatMap(
    ({ index, properties, associations }): Array<[number, string[]]> => {
      const names = Object.keys(properties).filter((name) => {
        const definition = target.definitions?.get(name);
        const isKept =
          definition !== undefined && isMultiSelect(definition)
            ? holdsOptions(written[name], properties[name])
            : written[name] === properties[name];
        return !isKept;
      });
      if (associations && !associated.has(index)) names.push('associations');
      return names.length > 0 ? [[index, names]] : [];
    },
  );
  return superseded.length > 0 ? new Map(superseded) : undefined;
}

/** What the record has of each item: all that no other item's value took the place of. */
function givenBy({ superseded }: RecordWrite, group: readonly RecordInput[]): RecordWrite['given'] {
  return new Map(
    group.map(({ index, properties }) => {
      const replaced = superseded?.get(index) ?? [];
      return [index, new Set(Object.keys(properties).filter((name) => !replaced.includes(name)))];
    }),
  );
}

/** Later values win, but options that are to be added do not undo the ones before them. */
function mergeProperties(group: Readonly<SameRecord>): PropertyValues {
  const { properties, target } = group[0];
  if (group.length === 1) return properties;
  const merged = new Map<string, string>();
  for (const { properties } of group) {
    for (const [name, value] of Object.entries(properties)) {
      const definition = target.definitions?.get(name);
      const isList = definition !== undefined && isMultiSelect(definition);
      merged.set(name, isList ? afterOneAnother(merged.get(name), value) : value);
    }
  }
  return Object.fromEntries(merged);
}

function repeated(group: Readonly<SameRecord>): Failure {
  const {
    id,
    target: { idProperty },
  } = group[0];
  const message = `${group.length} items stand for the record with ${idProperty} ${quote(id)}: keep only one of them, or choose another value of the option Duplicates`;
  return ownFailure('DUPLICATE_ID', message, { property: idProperty, value: id });
}
