import type { INodeExecutionData } from 'n8n-workflow';
import type { RecordSnapshot } from '../hubspot/crm/recordSnapshot';
import type { Circumstances, Expectation } from './expectation';
import { rowOf } from './failures';
import type { Links } from './links';
import type { Spoiler } from './spoil';
import { storedValue } from './secondOpinion/storedValue';
import type { ValueRules } from './secondOpinion/valueRules';

/** A statement about the run, and what speaks against it. */
export interface Check {
  statement: string;
  /** Empty when it holds. */
  objections: string[];
}

/** Both outputs of the node. */
export interface Outputs {
  success: readonly INodeExecutionData[];
  error: readonly INodeExecutionData[];
}

/** What the checks look at in `hubspot`. */
interface Told {
  id?: string;
  reason?: string;
}

/** What the checks look at in `hubspotError`. */
interface Failed {
  property: string | null;
  attempted: boolean;
}

/** HubSpot's own form, whatever the file's is. */
const AS_STORED: ValueRules = {
  numberFormat: 'point',
  dateOrder: 'refuse',
  dateNumbers: 'milliseconds',
  timeZone: 'UTC',
};

const number = (value: number) => value.toLocaleString('en-US');

/** Every row left the node exactly once. */
export function checkAccounted(rows: number, { success, error }: Outputs): Check {
  const times = new Map<number, number>();
  for (const item of [...success, ...error])
    times.set(rowOf(item), (times.get(rowOf(item)) ?? 0) + 1);
  const missing = [...Array(rows).keys()].filter((row) => !times.has(row));
  const repeated = [...times].filter(([row, count]) => count > 1 || row < 0 || row >= rows);
  return {
    statement: `all ${number(rows)} rows came out exactly once`,
    objections: [
      ...missing.map((row) => `row ${row + 1} did not come out`),
      ...repeated.map(([row, count]) => `row ${row + 1} came out ${count} times`),
    ],
  };
}

/** The records that Success names are those that HubSpot holds, no more and no fewer. */
export function checkSuccess({ success }: Outputs, stored: readonly RecordSnapshot[]): Check {
  const told = success.map(({ json }) => (json.hubspot ?? {}) as Told);
  // What is to be updated and is not there has no record to name.
  const named = new Set(told.filter(({ reason }) => reason !== 'missing').map(({ id }) => id));
  const held = new Set<string | undefined>(stored.map(({ id }) => id));
  return {
    statement: `the store holds exactly what Success says: ${number(held.size)} records`,
    objections: [
      ...[...named]
        .filter((id) => !held.has(id))
        .map((id) => `Success names ${id}, not in the store`),
      ...[...held]
        .filter((id) => !named.has(id))
        .map((id) => `${id} is in the store, not in Success`),
    ],
  };
}

/** HubSpot holds what applying the good rows one after the other gives, value by value. */
export function checkContent(
  stored: readonly RecordSnapshot[],
  { records }: Expectation,
  { idProperty, definitions }: Pick<Circumstances, 'idProperty' | 'definitions'>,
): Check {
  const byId = new Map(stored.map(({ properties }) => [properties[idProperty], properties]));
  const objections = [...records].flatMap(([id, expected]) => {
    const held = byId.get(id);
    if (!held) return [`${id} is not in the store`];
    return [...new Set([...expected.keys(), ...Object.keys(held)])]
      .filter((property) => canonical(held[property], property) !== expected.get(property))
      .map(
        (property) => `${id}: ${property} is "${held[property]}", not "${expected.get(property)}"`,
      );
  });
  const surplus = [...byId.keys()].filter((id) => id === undefined || !records.has(id));
  return {
    statement: 'its content is what applying the good rows one after the other gives',
    objections: [...objections, ...surplus.map((id) => `${id} should not be in the store`)],
  };

  function canonical(text: string | undefined, property: string): string | undefined {
    const definition = definitions.get(property);
    return text === undefined || !definition ? text : storedValue(text, definition, AS_STORED);
  }
}

/** Every row that can be written was, and no other. */
export function checkRefused({ success, error }: Outputs, { refused }: Expectation): Check {
  const good = success.length + error.length - refused.size;
  return {
    statement: `every good row is on Success: ${number(good)}, and none of the ${number(refused.size)} others`,
    objections: [
      ...success
        .map(rowOf)
        .filter((row) => refused.has(row))
        .map((row) => `row ${row + 1} is bad and on Success`),
      ...error
        .map(rowOf)
        .filter((row) => !refused.has(row))
        .map((row) => `row ${row + 1} is good and on Error`),
    ],
  };
}

/**
 * Every record is linked with the deals that its good rows name, and with no other, and each of these
 * rows says so.
 *
 * @param idOf The id of a row.
 * @param isDryRun Do the rows only say so?
 */
export function checkLinks(
  { success }: Outputs,
  { held, keys }: Links,
  { links }: Pick<Expectation, 'links'>,
  idOf: (row: number) => string,
  isDryRun = false,
): Check {
  const wanted = new Map<string, Set<string>>();
  for (const [row, deals] of isDryRun ? [] : links) {
    const ofRecord = wanted.get(idOf(row)) ?? new Set<string>();
    for (const deal of deals) ofRecord.add(deal);
    wanted.set(idOf(row), ofRecord);
  }
  const missing = pairsOf(wanted).filter(([id, deal]) => !held.get(id)?.has(deal));
  const surplus = pairsOf(held).filter(([id, deal]) => !wanted.get(id)?.has(deal));
  const silent = success.filter((item) => {
    const { associations = [] } = item.json.hubspot as { associations?: Array<{ toId: string }> };
    const told = associations.map(({ toId }) => keys.get(toId));
    return told.sort().join() !== [...(links.get(rowOf(item)) ?? [])].sort().join();
  });
  return {
    statement: isDryRun
      ? 'every row on Success says which deals it would be linked with, and none is'
      : `every row on Success is linked with the deals that it names, and no other: ${number(pairsOf(held).length)} links`,
    objections: [
      ...missing.map(([id, deal]) => `${id} is not linked with ${deal}`),
      ...surplus.map(([id, deal]) => `${id} should not be linked with ${deal}`),
      ...silent.map((item) => `row ${rowOf(item) + 1} does not say what it is linked with`),
    ],
  };
}

function pairsOf(links: Links['held']): Array<[id: string, deal: string]> {
  return [...links].flatMap(([id, deals]) =>
    [...deals].map((deal): [string, string] => [id, deal]),
  );
}

/**
 * All rows that were made bad on purpose are on Error, each for what is wrong with it, and those
 * that only HubSpot can refuse were sent. What is skipped, or not sent in a dry run, is not refused.
 *
 * @param idOf The id of a row: rows of one record may share the reason.
 */
export function checkSpoiled(
  { error }: Outputs,
  madeBad: ReadonlyMap<number, Spoiler>,
  { refused }: Pick<Expectation, 'refused'>,
  idOf: (row: number) => string,
): Check {
  const spoiled = new Map([...madeBad].filter(([row]) => refused.has(row)));
  const others = madeBad.size - spoiled.size;
  const left = others > 0 ? `; ${number(others)} others had nobody to refuse them` : '';
  const failures = new Map(error.map((item) => [rowOf(item), item.json.hubspotError as Failed]));
  const reasons = new Map<string, Set<string>>();
  for (const [row, { property, refusedBy }] of spoiled) {
    if (refusedBy === 'node') continue;
    reasons.set(idOf(row), (reasons.get(idOf(row)) ?? new Set()).add(property));
  }
  return {
    statement: `all ${number(spoiled.size)} rows made bad on purpose came out on Error, each for its own reason${left}`,
    objections: [...spoiled].flatMap(([row, { property, refusedBy }]) => {
      const failure = failures.get(row);
      if (!failure) return [`row ${row + 1} is not on Error`];
      const names = refusedBy === 'node' ? new Set([property]) : reasons.get(idOf(row));
      return [
        ...(names?.has(failure.property ?? '')
          ? []
          : [`row ${row + 1} failed for ${failure.property}, not for ${property}`]),
        ...(failure.attempted === (refusedBy === 'hubspot')
          ? []
          : [`row ${row + 1} was ${failure.attempted ? '' : 'not '}sent`]),
      ];
    }),
  };
}
