import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { Info } from 'luxon';
import type { Row, Sheet } from './file/sheet';

/** Why a row was not written, as far as the demo shows it. */
export interface Failure {
  /** As it was given to the node, or as the file has it where it could not be. */
  row: Row;
  category: string;
  property: string;
  value: string;
  message: string;
}

/** Rows that failed for the same reason. */
export interface FailureGroup {
  /** The first one. */
  example: Failure;
  /** Its message without the value and the property's name, which have places of their own. */
  reason: string;
  count: number;
}

const LONGEST_VALUE = 60;

/** Reads the Error output; items are in input order. */
export function readFailures(items: readonly INodeExecutionData[], { rows }: Sheet): Failure[] {
  return items.map((item) => {
    const error = (item.json.hubspotError ?? {}) as IDataObject;
    return {
      row: rows[rowOf(item)] ?? { line: 0, cells: [] },
      category: textOf(error.category),
      property: textOf(error.property),
      value: textOf(error.value),
      message: textOf(error.message),
    };
  });
}

/** The lines that cannot be rows, since they have not the cells that the header names. */
export function raggedFailures({ ragged }: Sheet): Failure[] {
  return ragged.map((row) => ({
    row,
    category: 'UNREADABLE_LINE',
    property: '',
    value: '',
    message: row.reason,
  }));
}

/** Groups by property and reason, whatever the value; the largest group first. */
export function groupFailures(failures: readonly Failure[]): FailureGroup[] {
  const groups = new Map<string, FailureGroup>();
  for (const failure of failures) {
    const { category, property } = failure;
    const reason = withoutValue(failure);
    const key = JSON.stringify([category, property, withoutReadings(reason)]);
    const group = groups.get(key) ?? { example: failure, reason, count: 0 };
    group.count += 1;
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count);
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

const WEEKDAYS = Info.weekdays('long', { locale: 'en' }).join('|');
const MONTHS = Info.months('long', { locale: 'en' }).join('|');
const READING = new RegExp(
  String.raw`"[^"]*"|\b(?:${WEEKDAYS})\b|\b\d{1,2} (?:${MONTHS}) \d{4}\b|-?\d[\d.,:]*`,
  'g',
);
/** Which of many options are named depends on the value. */
const OPTIONS_LISTED = /^(.* is not one of the options): .*$/s;

/** What a reason says of the value, such as its readings, makes no other reason of it. */
function withoutReadings(reason: string): string {
  return reason.replace(OPTIONS_LISTED, '$1').replace(READING, '\u2026');
}
