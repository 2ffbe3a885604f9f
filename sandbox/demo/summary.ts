import Table from 'cli-table3';
import type { createColors } from 'picocolors';
import type { Check } from './checks';
import { groupFailures, shorten, type Failure } from './failures';
import type { Circumstances } from './expectation';
import type { Sheet } from './file/sheet';
import type { Change, Tally } from './tally';
import type { Traffic } from './traffic';

type Colors = ReturnType<typeof createColors>;

/** What a run has to show for itself. */
export interface Report {
  rows: number;
  isDryRun: boolean;
  operation: Circumstances['operation'];
  tally: Tally;
  /** What a dry run says that rows would change. */
  changes: readonly Change[];
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
  /** What became of the same rows once more, where unchanged ones are skipped. */
  again?: { tally: Tally; traffic: Traffic };
  checks: readonly Check[];
}

const LABEL_WIDTH = 14;
const OBJECTIONS_SHOWN = 3;
const CHANGES_SHOWN = 5;
const GROUPS_SHOWN = 20;
const MESSAGE_WIDTH = 42;
const VALUE_WIDTH = 18;
const CHANGED_WIDTH = 40;

/** The summary at the end of a run, as text. */
export function summary(report: Report, colors: Colors, isQuiet: boolean): string {
  const { rows, failures, traffic, milliseconds, errorFile } = report;
  const seconds = milliseconds / 1000;
  const line = (label: string, text: string) => `${colors.bold(label.padEnd(LABEL_WIDTH))} ${text}`;
  return [
    '',
    ...(report.isDryRun ? foreseenLines(report, line, isQuiet) : writtenLines(report, line)),
    ...(report.linked ? [line('Linked', linkedText(report.linked))] : []),
    line(
      report.isDryRun ? 'Would fail' : 'Not written',
      `${number(failures.length)} of ${number(rows)} rows`,
    ),
    ...(failures.length > 0 && !isQuiet ? [failureTable(report)] : []),
    line('Requests', trafficText(traffic, report.operation)),
    line('Time', `${seconds.toFixed(1)} s, ${number(Math.round(rows / seconds))} rows per second`),
    ...report.hints.map((hint) => line('Node says', shorten(hint, 160))),
    ...report.proposals.map((proposal) => line('Undecided', proposal)),
    ...(report.again ? [line('Once more', againText(report.again))] : []),
    ...(errorFile ? [line('To fix', `${errorFile} ${colors.dim('(then give it to --csv)')}`)] : []),
    ...report.checks.flatMap((check) => checkLines(check, colors)),
    ...(report.isDryRun ? [line('To write it', 'the same command without --dry-run')] : []),
    '',
  ].join('\n');
}

type Line = (label: string, text: string) => string;

function writtenLines(report: Report, line: Line): string[] {
  const left = leftTexts(report);
  return [
    line('Written', writtenText(report.tally)),
    ...(left.length > 0 ? [line('Left alone', left.join(', '))] : []),
  ];
}

function foreseenLines(report: Report, line: Line, isQuiet: boolean): string[] {
  const { wouldCreate, wouldUpdate } = report.tally;
  const kinds = [
    `${number(wouldCreate)} rows would create a record`,
    `${number(wouldUpdate)} would update one`,
    ...leftTexts(report),
  ];
  const shown = isQuiet ? [] : report.changes.slice(0, CHANGES_SHOWN);
  const more = report.changes.length - shown.length;
  return [
    line('Dry run', 'nothing was written'),
    line('Would write', kinds.join(', ')),
    ...shown.map((change) => line('Would change', changeText(change, report.place))),
    ...(shown.length > 0 && more > 0 ? [line('', `and ${number(more)} values more`)] : []),
  ];
}

function changeText({ line, property, from, to }: Change, place: Report['place']): string {
  const before = from === null ? 'nothing' : quoted(from);
  return `${place} ${number(line)}, ${property}: ${before} -> ${to === '' ? 'nothing' : quoted(to)}`;
}

function quoted(value: string): string {
  return `"${shorten(value, CHANGED_WIDTH)}"`;
}

function leftTexts({ tally, operation }: Pick<Report, 'tally' | 'operation'>): string[] {
  const { unchanged, skipped } = tally;
  const why = operation === 'create' ? 'HubSpot has their records' : 'HubSpot lacks their records';
  return [
    ...(unchanged > 0 ? [`${number(unchanged)} unchanged`] : []),
    ...(skipped > 0 ? [`${number(skipped)} skipped because ${why}`] : []),
  ];
}

function againText({ tally, traffic }: NonNullable<Report['again']>): string {
  const { rows, unchanged, skipped } = tally;
  const left = [
    `${number(unchanged)} rows unchanged`,
    ...(skipped > 0 ? [`${number(skipped)} skipped`] : []),
    `${number(rows)} written`,
  ];
  return `${left.join(', ')}; ${number(traffic.requests)} requests, ${number(traffic.writes)} of them writes`;
}

function writtenText({ rows, records, created, updated, confirmed }: Tally): string {
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

function trafficText(
  { requests, writes, links, retried, rateLimited }: Traffic,
  operation: Report['operation'],
): string {
  const linking = links > 0 ? `, ${number(links)} that link records` : '';
  return `${number(requests)}, ${number(writes)} of them ${operation === 'upsert' ? 'upserts' : 'writes'}${linking}; ${number(retried)} retried, ${number(rateLimited)} answered 429`;
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
