import type { Item } from './items';
import type { Definitions } from './properties';
import { isEmpty, storedValue } from './storedValue';

export const DUPLICATE_POLICIES = ['merge', 'keepLast', 'keepFirst', 'sequence', 'reject'] as const;

export type DuplicatePolicy = (typeof DUPLICATE_POLICIES)[number];

export type Values = ReadonlyMap<string, string>;

export interface Expectation {
  /** Values by property, by the value of idProperty. */
  records: ReadonlyMap<string, Values>;
  /** Indexes of the items that cannot be written, by their content or by the policy. */
  refused: ReadonlySet<number>;
}

interface GoodItem {
  index: number;
  id: string;
  values: Values;
}

/**
 * What HubSpot should hold after the items were applied one after the other, worked out without
 * the node's code.
 */
export function expectedOf(
  items: readonly Item['json'][],
  idProperty: string,
  definitions: Definitions,
  policy: DuplicatePolicy,
): Expectation {
  const good = items
    .map((item, index) => readItem(item, index, idProperty, definitions))
    .filter((item) => item !== undefined);
  const applied = appliedUnder(policy, good);
  const records = new Map<string, Map<string, string>>();
  for (const { id, values } of applied) {
    const record = records.get(id) ?? new Map([[idProperty, id]]);
    for (const [property, value] of values) record.set(property, value);
    records.set(id, record);
  }
  const written = new Set((policy === 'reject' ? applied : good).map(({ index }) => index));
  return { records, refused: new Set([...items.keys()].filter((index) => !written.has(index))) };
}

function readItem(
  item: Item['json'],
  index: number,
  idProperty: string,
  definitions: Definitions,
): GoodItem | undefined {
  const id = (item[idProperty] ?? '').trim();
  if (id === '') return undefined;
  const values = new Map<string, string>();
  for (const [property, text] of Object.entries(item)) {
    const definition = definitions.get(property);
    const isSent = definition && !definition.modificationMetadata.readOnlyValue;
    if (!isSent || property === idProperty || isEmpty(text, definition)) continue;
    const stored = storedValue(text, definition);
    if (stored === undefined) return undefined;
    values.set(property, stored);
  }
  return { index, id: idProperty === 'email' ? id.toLowerCase() : id, values };
}

/** Under `merge` and `sequence` all, under the others one of equal ids, or none of them. */
function appliedUnder(policy: DuplicatePolicy, good: readonly GoodItem[]): GoodItem[] {
  const byId = new Map<string, GoodItem[]>();
  for (const item of good) byId.set(item.id, [...(byId.get(item.id) ?? []), item]);
  const groups = [...byId.values()];
  switch (policy) {
    case 'keepFirst':
      return groups.flatMap((group) => group.slice(0, 1));
    case 'keepLast':
      return groups.flatMap((group) => group.slice(-1));
    case 'reject':
      return groups.filter((group) => group.length === 1).flat();
    default:
      return [...good];
  }
}
