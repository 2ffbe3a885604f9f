import { nextLifecycleStage } from './lifecycleStage';
import type { ObjectTable } from './objectTable';
import { unknownProperty } from './values';
import type { ValueProblem } from './values';

/** A property value that was stored otherwise than it was sent. */
export interface Normalization {
  name: string;
  sent: string;
  stored: string;
}

/** What sent properties make of a record. */
export interface Changes {
  changes: Map<string, string>;
  problems: ValueProblem[];
  normalized: Normalization[];
}

type Values = ReadonlyMap<string, string>;

/** @param current What the record holds now; undefined where it is not there yet. */
export function readChanges(table: ObjectTable, sent: Values, current: Values | undefined) {
  const read: Changes = { changes: new Map(), problems: [], normalized: [] };
  for (const [name, text] of sent) {
    const definition = table.definitions.get(name);
    if (definition === undefined) {
      read.problems.push(unknownProperty(name));
      continue;
    }
    const verdict = table.read(definition, text, current?.get(name));
    if ('problem' in verdict) {
      read.problems.push(verdict.problem);
      continue;
    }
    const { stored } = verdict;
    if (stored !== text) read.normalized.push({ name, sent: text, stored });
    read.changes.set(name, afterRules(table, name, stored, current));
  }
  return read;
}

function afterRules(
  table: ObjectTable,
  name: string,
  stored: string,
  current: Values | undefined,
): string {
  return name === 'lifecyclestage' && table.type.name === 'contacts'
    ? nextLifecycleStage(current?.get(name), stored)
    : stored;
}
