import type { FuzzCase } from '../cases/fuzzCase';
import { holds, type Meaning } from '../cases/meaning';
import type { Evidence } from '../runCase';
import type { ExpectedWrite } from './expectedWrites';
import type { Leaving } from './leaving';
import type { SentInput } from './sentInputs';

/** Everything that speaks about one run. */
export interface Trial {
  given: FuzzCase;
  evidence: Evidence;
  /** How each item left, by index. */
  leaving: ReadonlyMap<number, Leaving>;
  writes: readonly ExpectedWrite[];
  sent: readonly SentInput[];
  /** Did the node get to read which properties there are? */
  knowsProperties: boolean;
}

/**
 * An item is on Success only if HubSpot holds, at the end, exactly what the item's write asked for,
 * or what a later write to the same record put in its place.
 */
export function falseSuccesses(trial: Trial): string[] {
  const { given, evidence, leaving } = trial;
  const objections: string[] = [];
  for (const entry of leaving.values()) {
    if (!('success' in entry)) continue;
    const name = `item ${entry.index} is on Success`;
    const write = trial.writes.find(({ indexes }) => indexes.includes(entry.index));
    if (write === undefined) {
      if (trial.knowsProperties) objections.push(`${name}, but it is not to be written`);
      continue;
    }
    const record = evidence.after.get(write.id);
    if (record === undefined) {
      objections.push(`${name}, but HubSpot has no record ${JSON.stringify(write.id)}`);
      continue;
    }
    if (write.isRefused) objections.push(`${name}, but HubSpot cannot have taken it`);
    const { idValue, id } = entry.success;
    if (idValue !== write.id || id !== record.id) {
      objections.push(`${name} as ${idValue} (${id}), but is ${write.id} (${record.id})`);
    }
    const later = laterWrites(trial, write);
    for (const [property, meaning] of write.values) {
      const held = record.properties[property] ?? '';
      const meanings = [meaning, ...later.flatMap(({ values }) => values.get(property) ?? [])];
      if (!meanings.some((one) => isHeld(held, one, trial))) {
        objections.push(
          `${name}, but HubSpot holds ${property} ${JSON.stringify(held)} instead of ${JSON.stringify(meaning)}`,
        );
      }
    }
  }
  if (given.options.duplicates !== 'sequence') return objections;
  return [...objections, ...overtaken(trial)];
}

/** Where nobody could tell the node what a property takes, HubSpot checks what it gets. */
function isHeld(held: string, meaning: Meaning, { knowsProperties }: Trial): boolean {
  return holds(held, meaning) || (!knowsProperties && meaning.kind === 'bad');
}

/** Under `sequence`, the last write of all that are on Success wins over every one before it. */
function overtaken(trial: Trial): string[] {
  const lastById = new Map<string, ExpectedWrite>();
  for (const write of trial.writes) {
    const left = trial.leaving.get(write.indexes[0]!);
    if (left === undefined) continue;
    if ('success' in left) lastById.set(write.id, write);
    else if (left.failure.attempted) lastById.delete(write.id);
  }
  return [...lastById.values()].flatMap(({ id, values, indexes }) =>
    [...values].flatMap(([property, meaning]) => {
      const held = trial.evidence.after.get(id)?.properties[property] ?? '';
      return isHeld(held, meaning, trial)
        ? []
        : [`item ${indexes[0]} was written last, but HubSpot holds ${property} of an earlier one`];
    }),
  );
}

function laterWrites({ writes, leaving }: Trial, write: ExpectedWrite): ExpectedWrite[] {
  return writes.filter((other) => {
    if (other.id !== write.id || other.indexes[0]! <= write.indexes[0]!) return false;
    const left = leaving.get(other.indexes[0]!);
    return left !== undefined && ('success' in left || left.failure.attempted);
  });
}

/** HubSpot holds nothing that no item asked for. */
export function surplus({ evidence, writes, knowsProperties, given }: Trial): string[] {
  const asked = new Map<string, Set<string>>();
  for (const { id, values } of writes) {
    const properties = asked.get(id) ?? new Set([given.target.idProperty]);
    for (const property of values.keys()) properties.add(property);
    asked.set(id, properties);
  }
  return [...evidence.after].flatMap(([id, record]) => {
    const before = evidence.before.get(id)?.properties ?? {};
    const changed = Object.entries(record.properties).filter(
      ([property, value]) => before[property] !== value,
    );
    return changed
      .filter(([property]) => !asked.get(id)?.has(property) && knowsProperties)
      .map(([property]) => `nobody asked for ${property} of ${JSON.stringify(id)}`);
  });
}
