import Table from 'cli-table3';
import type { createColors } from 'picocolors';
import type { Check } from './checks';
import { groupFailures, shorten, type Failure } from './failures';
import type { Sheet } from './file/sheet';
import type { Traffic } from './traffic';

type Colors = ReturnType<typeof createColors>;

/** What a run has to show for itself. */
export interface Report {
  rows: number;
  written: { rows: number; records: number; created: number; updated: number; confirmed: number };
  /** Undefined where no deals were named. */
  linked?: { rows: number; records: number; deals: number };
  failures: readonly Failure[];
  place: Sheet['place'];
  traffic: Traffic;
  milliseconds: number;
  /** The node's own words, from its execution hints. */
  hints: readonly string[];
  /** Options that would have more values taken, each a sentence. */
  proposals: readonly string[];
  /** Where the failed rows were saved, if there were any. */
  errorFile?: string;
  checks: readonly Check[];
}

const LABEL_WIDTH = 14;
const OBJECTIONS_SHOWN = 3;
const GROUPS_SHOWN = 20;
const MESSAGE_WIDTH = 42;
const VALUE_WIDTH = 18;

/** The summary at the end of a run, as text. */
export function summary(report: Report, colors: Colors, isQuiet: boolean): string {
  const { rows, failures, traffic, milliseconds, errorFile } = report;
  const seconds = milliseconds / 1000;
  const line = (label: string, text: string) => `${colors.bold(label.padEnd(LABEL_WIDTH))} ${text}`;
  return [
    '',
    line('Written', writtenText(report)),
    ...(report.linked ? [line('Linked', linkedText(report.linked))] : []),
    line('Not written', `${number(failures.length)} of ${number(rows)} rows`),
    ...(failures.length > 0 && !isQuiet ? [failureTable(report)] : []),
    line('Requests', trafficText(traffic)),
    line('Time', `${seconds.toFixed(1)} s, ${number(Math.round(rows / seconds))} rows per second`),
    ...report.hints.map((hint) => line('Node says', shorten(hint, 160))),
    ...report.proposals.map((proposal) => line('You can choose', proposal)),
    ...(errorFile ? [line('To fix', `${errorFile} ${colors.dim('(then give it to --csv)')}`)] : []),
    ...report.checks.flatMap((check) => checkLines(check, colors)),
    '',
  ].join('\n');
}

function writtenText({ written }: Report): string {
  const { rows, records, created, updated, confirmed } = written;
  const kinds = [
    `${number(created)} created`,
    `${number(updated)} updated`,
    ...(confirmed > 0 ? [`${number(confirmed)} confirmed by reading back`] : []),
  ];
  return `${number(rows)} rows into ${number(records)} records (rows: ${kinds.join(', ')})`;
}

function linkedText({ rows, records, deals }: NonNullable<Report['linked']>): string {
  return `${number(rows)} rows: ${number(records)} records with ${number(deals)} deals`;
}

function trafficText({ requests, upserts, links, retried, rateLimited }: Traffic): string {
  const linking = links > 0 ? `, ${number(links)} that link records` : '';
  return `${number(requests)}, ${number(upserts)} of them upserts${linking}; ${number(retried)} retried, ${number(rateLimited)} answered 429`;
}

function failureTable({ failures, place }: Report): string {
  const table = new Table({
    head: ['Rows', 'Category', 'Property', 'Reason', `e.g. ${place}`, 'Value there'],
    style: { head: [], border: [], compact: true },
    colAligns: ['right', 'left', 'left', 'left', 'right', 'left'],
    colWidths: [null, null, null, MESSAGE_WIDTH + 2, null, null],
    wordWrap: true,
  });
  const groups = groupFailures(failures);
  for (const { example, reason, count } of groups.slice(0, GROUPS_SHOWN)) {
    table.push([
      number(count),
      example.category,
      example.property,
      shorten(reason, 4 * MESSAGE_WIDTH),
      number(example.row.line),
      shorten(example.value, VALUE_WIDTH),
    ]);
  }
  const more = groups.length - GROUPS_SHOWN;
  return more > 0 ? `${table.toString()}\nand ${more} more kinds` : table.toString();
}

function checkLines({ statement, objections }: Check, colors: Colors): string[] {
  const holds = objections.length === 0;
  const mark = holds ? colors.green('ok') : colors.red('NOT SO');
  const shown = objections
    .slice(0, OBJECTIONS_SHOWN)
    .map((text) => `${' '.repeat(LABEL_WIDTH + 3)}${text}`);
  const more = objections.length - shown.length;
  return [
    `${colors.bold('Check'.padEnd(LABEL_WIDTH))} ${mark}  ${statement}`,
    ...shown,
    ...(more > 0 ? [`${' '.repeat(LABEL_WIDTH + 3)}and ${number(more)} more`] : []),
  ];
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
