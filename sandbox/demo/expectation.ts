import type { HubspotRefuses } from './hubspotRefuses';
import type { Item } from './items';
import type { Definitions } from './properties';
import { storedId } from './storedId';
import { isEmpty, storedValue } from './storedValue';

export const DUPLICATE_POLICIES = ['merge', 'keepLast', 'keepFirst', 'sequence', 'reject'] as const;

export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number];

type Values = ReadonlyMap<string, string>;

export interface Expectation {
  /** Values by property, by the value of idProperty. */
  records: ReadonlyMap<string, Values>;
  /** Indexes of the items that cannot be written, by their content or by the policy. */
  refused: ReadonlySet<number>;
}

/** An item that the node has to send. */
interface SentItem {
  index: number;
  id: string;
  /** Cells as they stand, by property; without the empty ones. */
  cells: ReadonlyMap<string, string>;
  isRefused: boolean;
}

/**
 * What HubSpot should hold after the items were applied one after the other, worked out without
 * the node's code.
 *
 * @param hubspotRefuses What HubSpot alone does not take. Under `merge` such an item takes along
 *   the others of its record, since they become one write.
 */
export function expectedOf(
  items: readonly Item['json'][],
  idProperty: string,
  definitions: Definitions,
  policy: DuplicatePolicy,
  hubspotRefuses: HubspotRefuses,
): Expectation {
  const sent = items
    .map((item, index) => readItem(item, index, idProperty, definitions, hubspotRefuses))
    .filter((item) => item !== undefined);
  const records = new Map<string, Map<string, string>>();
  const written = new Set<number>();
  for (const { applied, indexes } of writesUnder(policy, sent)) {
    if (applied.some(({ isRefused }) => isRefused)) continue;
    for (const index of indexes) written.add(index);
    for (const { id, cells } of applied) {
      const record = records.get(id) ?? new Map([[idProperty, id]]);
      apply(cells, record, definitions);
      records.set(id, record);
    }
  }
  return { records, refused: new Set([...items.keys()].filter((index) => !written.has(index))) };
}

function apply(cells: Values, record: Map<string, string>, definitions: Definitions): void {
  for (const [property, text] of cells) {
    const definition = definitions.get(property);
    const stored = definition && storedValue(text, definition, record.get(property));
    if (stored) record.set(property, stored);
  }
}

function readItem(
  item: Item['json'],
  index: number,
  idProperty: string,
  definitions: Definitions,
  hubspotRefuses: HubspotRefuses,
): SentItem | undefined {
  const id = storedId(item[idProperty] ?? '', idProperty, definitions);
  if (!id) return undefined;
  let isRefused = hubspotRefuses(idProperty, id);
  const cells = new Map<string, string>();
  for (const [property, text] of Object.entries(item)) {
    const definition = definitions.get(property);
    const isSent = definition && !definition.modificationMetadata.readOnlyValue;
    if (!isSent || property === idProperty || isEmpty(text, definition)) continue;
    const stored = storedValue(text, definition);
    if (stored === undefined) return undefined;
    if (hubspotRefuses(property, stored)) isRefused = true;
    cells.set(property, text);
  }
  return { index, id, cells, isRefused };
}

/** What is written in one go, and which items have their outcome from it. */
interface Write {
  applied: SentItem[];
  indexes: number[];
}

function writesUnder(policy: DuplicatePolicy, sent: readonly SentItem[]): Write[] {
  const byId = new Map<string, SentItem[]>();
  for (const item of sent) byId.set(item.id, [...(byId.get(item.id) ?? []), item]);
  return [...byId.values()].flatMap((group): Write[] => {
    const indexes = group.map(({ index }) => index);
    switch (policy) {
      case 'merge':
        return [{ applied: group, indexes }];
      case 'keepFirst':
        return [{ applied: group.slice(0, 1), indexes }];
      case 'keepLast':
        return [{ applied: group.slice(-1), indexes }];
      case 'reject':
        return group.length === 1 ? [{ applied: group, indexes }] : [];
      case 'sequence':
        return group.map((item) => ({ applied: [item], indexes: [item.index] }));
    }
  });
}
