/** Nothing that HubSpot tells is nested as deep as this; a hostile answer would end in an overflow. */
export const DEEPEST = 16;

/** What becomes of the parts of a JSON value, wherever they stand. */
interface Change {
  /** Of texts and of names of fields. */
  text: (text: string) => string;
  list?: (list: readonly unknown[]) => readonly unknown[];
  /** What stands in the place of a field's value; undefined where that is changed like any other. */
  field?: (name: string, value: unknown) => string | undefined;
}

/** Text or JSON made anew with its texts changed, and without what is nested too deep. Dates stay. */
export function changeTexts<Value>(value: Value, change: Change): Value {
  return changeWithin(value, change, DEEPEST) as Value;
}

function changeWithin(value: unknown, change: Change, depth: number): unknown {
  if (typeof value === 'string') return change.text(value);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  if (depth === 0) return undefined;
  if (Array.isArray(value)) {
    const list = change.list?.(value) ?? (value as unknown[]);
    return list.map((entry) => changeWithin(entry, change, depth - 1));
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, entry]) => [
      change.text(name),
      change.field?.(name, entry) ?? changeWithin(entry, change, depth - 1),
    ]),
  );
}
