import { format, resolveConfig } from 'prettier';
import type { Bound, Section, Table } from '../scenarios/section';
import type { Machine } from './machine';

/**
 * The results as a Markdown document, formatted as the project's other files are.
 *
 * @param file Where it will stand, for the formatter's rules.
 */
export async function toMarkdown(
  sections: readonly Section[],
  machine: Machine,
  { isShort, file }: { isShort: boolean; file: string },
): Promise<string> {
  const text = [
    '# What the bench measured',
    isShort
      ? 'Short form: a fifth of window, latency and records, with wider bounds. Made by `npm run bench -- --short`.'
      : 'All numbers are from one run of `npm run bench`, which writes this file.',
    machineTable(machine),
    ...sections.flatMap(sectionText),
    '## Bounds',
    boundsTable(sections.flatMap(({ bounds }) => bounds)),
  ].join('\n\n');
  return await format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
}

function sectionText({ title, explanation, table, charts }: Section): string[] {
  return [
    `## ${title}`,
    explanation,
    markdownTable(table),
    ...charts.map((chart) => `![${chart.title}](charts/${chart.name}.svg)`),
  ];
}

function machineTable(machine: Machine): string {
  return markdownTable({
    head: ['Machine', ''],
    rows: [
      ['Date', machine.date],
      ['Processor', `${machine.processor}, ${machine.cores} cores`],
      ['Memory', `${machine.memoryGigabytes} GB`],
      ['System', machine.system],
      ['Node', machine.node],
      ...machine.packages,
    ],
  });
}

function boundsTable(bounds: readonly Bound[]): string {
  return markdownTable({
    head: ['What must hold', 'Measured', 'Holds'],
    rows: bounds.map(({ statement, measured, holds }) => [
      statement,
      measured,
      holds ? 'yes' : '**no**',
    ]),
  });
}

function markdownTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
