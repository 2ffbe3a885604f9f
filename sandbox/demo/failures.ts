import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

/** What an Error item says, as far as the demo shows it. */
export interface Failure {
  /** Index of the row. */
  index: number;
  category: string;
  property: string;
  value: string;
  message: string;
}

/** Rows that failed for the same reason. */
export interface FailureGroup extends Omit<Failure, 'index' | 'value'> {
  rows: readonly Failure[];
}

const LONGEST_VALUE = 60;

/** Reads the Error output; items are in input order. */
export function readFailures(items: readonly INodeExecutionData[]): Failure[] {
  return items.map((item) => {
    const error = (item.json.hubspotError ?? {}) as IDataObject;
    return {
      index: rowOf(item),
      category: textOf(error.category),
      property: textOf(error.property),
      value: textOf(error.value),
      message: textOf(error.message),
    };
  });
}

/**
 * Groups what differs only in the value that was refused and in the record that has it already, the
 * largest group first. Messages lose the property's name at the front, which has a place of its own.
 */
export function groupFailures(failures: readonly Failure[]): FailureGroup[] {
  const groups = new Map<string, FailureGroup & { rows: Failure[] }>();
  for (const failure of failures) {
    const { category, property } = failure;
    const message = withoutValue(failure);
    const key = JSON.stringify([category, property, message]);
    const group = groups.get(key) ?? { category, property, message, rows: [] };
    group.rows.push(failure);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length);
}

/** The index of the row that an item came from; -1 where it does not say. */
export function rowOf({ pairedItem }: INodeExecutionData): number {
  if (typeof pairedItem === 'number') return pairedItem;
  return Array.isArray(pairedItem) ? -1 : (pairedItem?.item ?? -1);
}

/** A text on one line, cut where it gets long. */
export function shorten(text: string, longest = LONGEST_VALUE): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}\u2026` : line;
}

function withoutValue({ message, property, value }: Failure): string {
  const prefix = `${property}: `;
  const told = message.startsWith(prefix) ? message.slice(prefix.length) : message;
  const reason = told.replace(/^Another record \(\d+\)/, 'Another record');
  const quoted = /"[^"]*"/g;
  return reason.replace(quoted, (text) =>
    value !== '' &&
    value.trim().startsWith(
      text
        .slice(1, -1)
        .replace(/(\.\.\.)$/, '')
        .trim(),
    )
      ? '"\u2026"'
      : text,
  );
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === null || value === undefined ? '' : JSON.stringify(value);
}
