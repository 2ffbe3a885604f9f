import { dealKeys, type NamedDeals } from './deals';
import type { Cell } from './file/sheet';
import type { HubspotRefuses } from './hubspotRefuses';
import type { Definitions } from './properties';
import { doubtfulNumbers } from './secondOpinion/doubtfulNumbers';
import { storedId } from './secondOpinion/storedId';
import { isEmpty, storedValue } from './secondOpinion/storedValue';
import type { ValueRules } from './secondOpinion/valueRules';

export const DUPLICATE_POLICIES = ['merge', 'keepLast', 'keepFirst', 'sequence', 'reject'] as const;
export const INVALID_VALUES = ['reject', 'leaveOut'] as const;
export const OPERATIONS = ['upsert', 'create', 'update'] as const;

export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number];

/** Cells of a row by the property that they are for. */
export type CellsByProperty = Readonly<Record<string, Cell>>;

/** What decides what becomes of the rows. */
export interface Circumstances {
  idProperty: string;
  definitions: Definitions;
  duplicates: DuplicatePolicy;
  invalidValues: (typeof INVALID_VALUES)[number];
  rules: ValueRules;
  /** What HubSpot alone does not take. */
  hubspotRefuses: HubspotRefuses;
  /** Those that the records are to be linked with. */
  deals?: NamedDeals;
  operation: (typeof OPERATIONS)[number];
  skipUnchanged: boolean;
  /** What HubSpot holds before: values by property, by the value of idProperty. */
  earlier: ReadonlyMap<string, Values>;
}

/** By property, in one spelling for equal values. */
export type Values = ReadonlyMap<string, string>;

/** What becomes of a row that is not refused. */
export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'skipped';

export interface Expectation {
  /** Values by property, by the value of idProperty. */
  records: ReadonlyMap<string, Values>;
  /** What became of each row that is not refused, by its index. */
  outcomes: ReadonlyMap<number, RowOutcome>;
  /** Indexes of the rows that cannot be written, by their content or by the policy. */
  refused: ReadonlySet<number>;
  /** Keys of the deals that a row's record is linked with for its sake, by the row's index. */
  links: ReadonlyMap<number, readonly string[]>;
}

/** A row that the node has to send. */
interface SentRow {
  index: number;
  id: string;
  /** By property; without the empty ones, and those that are left out. */
  cells: ReadonlyMap<string, Cell>;
  /** Keys. */
  deals: readonly string[];
}

/**
 * What HubSpot should hold after the rows were applied one after the other, worked out without the
 * node's code. A write that HubSpot refuses takes along all rows that were merged into it.
 */
export function expectedOf(
  rows: readonly CellsByProperty[],
  circumstances: Circumstances,
): Expectation {
  const { idProperty, duplicates } = circumstances;
  const isDoubtful = doubtfulNumbers(rows, circumstances);
  const sent = rows
    .map((row, index) => readRow(row, index, circumstances, isDoubtful))
    .filter((row) => row !== undefined);
  const records = new Map(circumstances.earlier);
  const outcomes = new Map<number, RowOutcome>();
  const links = new Map<number, readonly string[]>();
  for (const { applied, rows: ofRecord } of writesUnder(duplicates, sent)) {
    const [{ id = '' } = {}] = applied;
    const held = records.get(id);
    if (isSkipped(held, circumstances)) {
      for (const { index } of ofRecord) outcomes.set(index, 'skipped');
      continue;
    }
    const record = new Map(held ?? [[idProperty, id]]);
    for (const { cells } of applied) apply(cells, record, circumstances);
    if (!leaveRefused(record, held, circumstances)) continue;
    records.set(id, record);
    const outcome = outcomeOf(record, held, circumstances);
    const linked = new Set(applied.flatMap(({ deals }) => deals));
    for (const { index, deals } of ofRecord) {
      outcomes.set(index, outcome);
      if (deals.length > 0 && deals.every((deal) => linked.has(deal))) links.set(index, deals);
    }
  }
  const refused = new Set([...rows.keys()].filter((index) => !outcomes.has(index)));
  return { records, outcomes, refused, links };
}

function isSkipped(held: Values | undefined, { operation }: Circumstances): boolean {
  return held === undefined ? operation === 'update' : operation === 'create';
}

function outcomeOf(
  record: Values,
  held: Values | undefined,
  { skipUnchanged }: Circumstances,
): RowOutcome {
  if (held === undefined) return 'created';
  const isSame = [...record].every(([property, value]) => held.get(property) === value);
  return skipUnchanged && isSame ? 'unchanged' : 'updated';
}

function apply(
  cells: SentRow['cells'],
  record: Map<string, string>,
  { definitions, rules }: Circumstances,
): void {
  for (const [property, cell] of cells) {
    const definition = definitions.get(property);
    const stored = definition && storedValue(cell, definition, rules, record.get(property));
    if (stored) record.set(property, stored);
  }
}

/**
 * Takes what HubSpot refuses out of a record that was sent, where it may be left out.
 *
 * @returns Can the record be written?
 */
function leaveRefused(
  record: Map<string, string>,
  held: Values | undefined,
  { idProperty, invalidValues, hubspotRefuses }: Circumstances,
): boolean {
  for (const [property, value] of record) {
    if (!hubspotRefuses(property, value) || value === held?.get(property)) continue;
    if (property === idProperty || invalidValues === 'reject') return false;
    const before = held?.get(property);
    if (before === undefined) record.delete(property);
    else record.set(property, before);
  }
  return true;
}

function readRow(
  row: CellsByProperty,
  index: number,
  circumstances: Circumstances,
  isDoubtful: (property: string, cell: Cell) => boolean,
): SentRow | undefined {
  const { idProperty, definitions, invalidValues, rules } = circumstances;
  const given = row[idProperty] ?? '';
  const id = storedId(given, idProperty, definitions, rules);
  if (!id || isDoubtful(idProperty, given)) return undefined;
  const cells = new Map<string, Cell>();
  for (const [property, cell] of Object.entries(row)) {
    const definition = definitions.get(property);
    const isSent = definition && !definition.modificationMetadata.readOnlyValue;
    if (!isSent || property === idProperty || isEmpty(cell)) continue;
    const isRead = storedValue(cell, definition, rules) !== undefined;
    if (isRead && !isDoubtful(property, cell)) cells.set(property, cell);
    else if (invalidValues === 'reject') return undefined;
  }
  const deals = dealsOf(row, circumstances);
  return deals && { index, id, cells, deals };
}

/** Undefined where HubSpot lacks one, for then nothing of the row is written. */
function dealsOf(row: CellsByProperty, { deals }: Circumstances): string[] | undefined {
  if (deals === undefined) return [];
  const keys = dealKeys(row, deals);
  return deals.missing !== undefined && keys?.includes(deals.missing) ? undefined : keys;
}

/** What is written in one go, and which rows have their outcome from it. */
interface Write {
  applied: SentRow[];
  rows: SentRow[];
}

function writesUnder(policy: DuplicatePolicy, sent: readonly SentRow[]): Write[] {
  const byId = new Map<string, SentRow[]>();
  for (const row of sent) byId.set(row.id, [...(byId.get(row.id) ?? []), row]);
  return [...byId.values()].flatMap((group): Write[] => {
    switch (policy) {
      case 'merge':
        return [{ applied: group, rows: group }];
      case 'keepFirst':
        return [{ applied: group.slice(0, 1), rows: group }];
      case 'keepLast':
        return [{ applied: group.slice(-1), rows: group }];
      case 'reject':
        return group.length === 1 ? [{ applied: group, rows: group }] : [];
      case 'sequence':
        return group.map((row) => ({ applied: [row], rows: [row] }));
    }
  });
}
