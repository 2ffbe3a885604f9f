import { ADDITIONAL_EMAILS } from '../../../sandbox/hubspot/crm/emails';
import type { FuzzCase } from '../cases/fuzzCase';
import { holds, type Meaning } from '../cases/meaning';
import type { Evidence } from '../runCase';
import type { ExpectedWrite } from './expectedWrites';
import { writtenAs, type Leaving } from './leaving';
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
 * An item is on Success, or tells its record on Error, only if HubSpot holds, at the end, exactly what the item's write asked for,
 * or what a later write to the same record put in its place.
 */
export function falseSuccesses(trial: Trial): string[] {
  const { given, evidence, leaving } = trial;
  const objections: string[] = [];
  for (const entry of leaving.values()) {
    const told = writtenAs(entry);
    if (told === undefined) continue;
    const name = `item ${entry.index} is written`;
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
    const { idValue, id } = told;
    const isUnread = id === undefined && wasReadInVain(write.id, evidence);
    if (idValue !== write.id || (id !== record.id && !isUnread)) {
      objections.push(`${name} as ${idValue} (${id}), but is ${write.id} (${record.id})`);
    }
    const later = writesOver(trial, write);
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

/** HubSpot's counts told that it was written, and the read that would have brought its id failed. */
function wasReadInVain(key: string, { log }: Evidence): boolean {
  return log.some(
    ({ operation, inputIds, faults, status }) =>
      operation === 'read' && inputIds.includes(key) && (faults.length > 0 || (status ?? 0) >= 400),
  );
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
    if (writtenAs(left)) lastById.set(write.id, write);
    else if ('failure' in left && left.failure.attempted) lastById.delete(write.id);
  }
  return [...lastById.values()].flatMap((write) =>
    [...write.values].flatMap(([property, meaning]) => {
      const { id, indexes } = write;
      const held = trial.evidence.after.get(id)?.properties[property] ?? '';
      const ofOthers = writesOver(trial, write).flatMap(({ values }) => values.get(property) ?? []);
      return [meaning, ...ofOthers].some((one) => isHeld(held, one, trial))
        ? []
        : [`item ${indexes[0]} was written last, but HubSpot holds ${property} of an earlier one`];
    }),
  );
}

/** Later writes to the record, and any by another of its addresses: nobody knows of their order. */
function writesOver({ writes, leaving, evidence }: Trial, write: ExpectedWrite): ExpectedWrite[] {
  const recordOf = ({ id }: ExpectedWrite) => evidence.after.get(id)?.id ?? id;
  return writes.filter((other) => {
    if (other === write || recordOf(other) !== recordOf(write)) return false;
    if (other.id === write.id && other.indexes[0]! <= write.indexes[0]!) return false;
    const left = leaving.get(other.indexes[0]!);
    return left !== undefined && ('success' in left || left.failure.attempted);
  });
}

/** HubSpot holds nothing that no item asked for. */
export function surplus({ evidence, writes, knowsProperties, given }: Trial): string[] {
  const asked = new Map<string, Set<string>>();
  for (const { id, values } of writes) {
    const recordId = evidence.after.get(id)?.id ?? id;
    const properties = asked.get(recordId) ?? new Set([given.target.idProperty]);
    for (const property of values.keys()) properties.add(property);
    // A contact's address that is sent alone becomes the primary one.
    if (values.size === 0) properties.add(ADDITIONAL_EMAILS);
    asked.set(recordId, properties);
  }
  return [...evidence.after].flatMap(([id, record]) => {
    const before = evidence.before.get(id)?.properties ?? {};
    const changed = Object.entries(record.properties).filter(
      ([property, value]) => before[property] !== value,
    );
    return changed
      .filter(([property]) => !asked.get(record.id)?.has(property) && knowsProperties)
      .map(([property]) => `nobody asked for ${property} of ${JSON.stringify(id)}`);
  });
}
