import { readChanges } from './changes';
import type { Normalization } from './changes';
import { claim, findConflict, ownerOf } from './claims';
import type { Claims, Conflict } from './claims';
import type { ObjectTable } from './objectTable';
import { findLack } from './required';
import type { Lack } from './required';
import type { ValueProblem } from './values';

/** One record to write, as a batch or a single update asks for it. */
export interface WriteInput {
  /** Empty where a record is to be created. */
  id: string;
  /** Undefined stands for the record id. */
  idProperty: string | undefined;
  objectWriteTraceId: string | undefined;
  /** Without the nulls, which do nothing; numbers and booleans as text. */
  properties: ReadonlyMap<string, string>;
}

/** Why an input cannot be written. */
export type WriteProblem =
  | { kind: 'values'; problems: ValueProblem[] }
  | Lack
  | { kind: 'nothingToWrite' }
  | ({ kind: 'conflict'; recordId: string } & Conflict)
  | { kind: 'notFound'; id: string };

/** What is to happen to one input. */
export type PlannedWrite =
  | {
      kind: 'write';
      input: WriteInput;
      recordId: string;
      isNew: boolean;
      changes: Map<string, string>;
      normalized: Normalization[];
    }
  | { kind: 'refused'; input: WriteInput; problem: WriteProblem };

/** An upsert creates what it does not find, an update refuses it, and a create finds nothing. */
export type WriteOperation = 'upsert' | 'update' | 'create';

export interface PlanRules {
  operation: WriteOperation;
  enforceRequired: boolean;
  /** Whether an input without any property is refused. */
  refuseEmpty: boolean;
  /** Whether the id of a record that was merged leads to the one that it was merged into. */
  takesOldIds: boolean;
  newRecordId: () => string;
}

/** Decides what a batch will write, without writing: the batch may yet be refused as a whole. */
export function planWrites(
  table: ObjectTable,
  inputs: readonly WriteInput[],
  rules: PlanRules,
): PlannedWrite[] {
  const claims: Claims = new Map();
  return inputs.map((input) => planWrite(table, input, rules, claims));
}

function planWrite(
  table: ObjectTable,
  input: WriteInput,
  rules: PlanRules,
  claims: Claims,
): PlannedWrite {
  const key = keyOf(table, input);
  if ('problem' in key) return refused(input, { kind: 'values', problems: [key.problem] });

  const { operation } = rules;
  const isOld = key.name === 'hs_object_id' && !table.records.has(key.stored);
  const existingId =
    operation === 'create' || (isOld && !rules.takesOldIds)
      ? undefined
      : ownerOf(table, claims, key.name, key.stored);
  if (existingId === undefined && operation === 'update') {
    return refused(input, { kind: 'notFound', id: input.id });
  }
  const isNew = existingId === undefined;
  const current = isNew ? undefined : table.records.get(existingId)?.properties;

  if (rules.refuseEmpty && input.properties.size === 0) {
    return refused(input, { kind: 'nothingToWrite' });
  }
  const { changes, problems, normalized } = readChanges(table, input.properties, current);
  if (problems.length > 0) return refused(input, { kind: 'values', problems });
  if (operation === 'upsert' && isNew && !changes.has(key.name)) {
    changes.set(key.name, key.stored);
  }

  const lack = rules.enforceRequired ? findLack(table, changes, current) : undefined;
  if (lack !== undefined) return refused(input, lack);

  const recordId = existingId ?? rules.newRecordId();
  const conflict = findConflict(table, claims, changes, recordId);
  if (conflict !== undefined) return refused(input, { kind: 'conflict', recordId, ...conflict });

  claim(table, claims, changes, recordId);
  return { kind: 'write', input, recordId, isNew, changes, normalized };
}

function refused(input: WriteInput, problem: WriteProblem): PlannedWrite {
  return { kind: 'refused', input, problem };
}

function keyOf(table: ObjectTable, { idProperty: name = 'hs_object_id', id }: WriteInput) {
  const definition = table.definitions.get(name);
  return name === 'hs_object_id' || definition === undefined
    ? { name, stored: id }
    : { name, ...table.read(definition, id) };
}
