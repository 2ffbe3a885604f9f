import type { Crm } from '../hubspot/crm/crm';
import { expectedOf, type CellsByProperty, type Circumstances, type Values } from './expectation';
import type { Definitions } from './properties';

/** Beyond that a float may not tell a number from the next one. */
const LARGEST = 1e9;

/**
 * Puts every second record of the rows into the account, as an earlier import would have, with one of
 * its values another than now.
 *
 * @returns Their values by property, by the value of idProperty.
 */
export function putEarlier(
  rows: readonly CellsByProperty[],
  circumstances: Circumstances,
  objectType: string,
  store: Crm,
): ReadonlyMap<string, Values> {
  const { records } = expectedOf(rows, { ...circumstances, operation: 'upsert' });
  const earlier = [...records]
    .filter((_, place) => place % 2 === 0)
    .map(([id, values]): [string, Values] => [id, withOneOlder(values, circumstances)]);
  for (const [, values] of earlier) store.put(objectType, Object.fromEntries(values));
  return new Map(earlier);
}

function withOneOlder(values: Values, { definitions, idProperty }: Circumstances): Values {
  const own = [...values].filter(([property]) => property !== idProperty);
  for (const olderOf of [olderNumber, olderText]) {
    for (const [property, value] of own) {
      const older = olderOf(value, definitions.get(property));
      if (older !== undefined) return new Map([...values, [property, older]]);
    }
  }
  return values;
}

type Definition = ReturnType<Definitions['get']>;

function olderNumber(value: string, definition: Definition): string | undefined {
  if (definition?.type !== 'number' || definition.hasUniqueValue) return undefined;
  return Math.abs(Number(value)) < LARGEST ? String(Math.floor(Number(value)) + 1) : undefined;
}

function olderText(value: string, definition: Definition): string | undefined {
  if (definition?.type !== 'string' || definition.hasUniqueValue) return undefined;
  return definition.fieldType === 'text' ? `${value} (before)` : undefined;
}
