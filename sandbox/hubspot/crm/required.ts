import type { ObjectTable } from './objectTable';

/** A property that records need as soon as another one has a value. */
export interface ConditionalRule {
  name: string;
  when: string;
}

/** What a record lacks. */
export type Lack =
  { kind: 'required'; names: string[] } | { kind: 'conditional'; rules: ConditionalRule[] };

/** The required properties that the record would not have after the write, if any. */
export function findLack(
  { required, conditional }: ObjectTable,
  changes: ReadonlyMap<string, string>,
  current: ReadonlyMap<string, string> | undefined,
): Lack | undefined {
  const has = (name: string) => Boolean(changes.get(name) ?? current?.get(name));
  const names = [...required].filter((name) => !has(name));
  if (names.length > 0) return { kind: 'required', names };
  const rules = conditional.filter(({ name, when }) => has(when) && !has(name));
  return rules.length > 0 ? { kind: 'conditional', rules } : undefined;
}
