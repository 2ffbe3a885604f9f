import { isatty } from 'node:tty';
import { createColors } from 'picocolors';
import type { Arrangement } from './arrange';
import { readCommandLine, type Request } from './commandLine';
import { readCsv, writeCsv } from './csvFile';
import { errorFile, errorTable } from './errorSheet';
import { noProgress, progressBar, progressLines } from './progress';
import { summary } from './summary';
import { UnusableInput } from './unusableInput';
import { USAGE } from './usage';
import { requireWritable } from './writable';

const UNUSABLE_INPUT = 2;
const FAILED = 1;

const isTerminal = isatty(process.stdout.fd);
const colors = createColors(isTerminal && !process.env.NO_COLOR);
const print = (text: string) => process.stdout.write(`${text}\n`);

async function main(args: string[]): Promise<void> {
  const request = readCommandLine(args);
  if (request === 'help') {
    print(USAGE);
    return;
  }
  const { sheet, dialect } = await readCsv(request.csv, request);
  if (sheet.rows.length === 0) {
    print(`${request.csv} has a header and no rows: nothing to write.`);
    return;
  }
  const errors = errorFile(request.out, request.csv);
  await requireWritable(errors, `--out '${request.out}'`);
  // Loaded late, so that what is wrong with the input is said at once: the engine takes seconds.
  const { demonstrate } = await import('./demonstrate.js');
  const run = await demonstrate(sheet, request, progressFor(request), (arrangement) =>
    print(introduction(request, arrangement)),
  );
  const { failures, checks } = run.report;
  const saved = failures.length > 0 ? errors : undefined;
  if (saved) await writeCsv(saved, errorTable(run.sheet, failures), dialect);
  print(summary({ ...run.report, errorFile: saved }, colors, request.isQuiet));
  if (checks.some(({ objections }) => objections.length > 0)) process.exitCode = FAILED;
}

function progressFor({ isQuiet }: Request) {
  if (isQuiet) return noProgress;
  return isTerminal ? progressBar() : progressLines(print);
}

function introduction(
  { csv, objectType, idProperty, isQuiet }: Request,
  { items, created, ignored, spoiled }: Arrangement,
): string {
  const lines = [
    `${colors.bold(csv)}: ${items.length.toLocaleString('en-US')} rows to ${objectType}, each identified by ${idProperty}`,
    ...(created.length > 0 ? [`Custom properties made for it: ${created.join(', ')}`] : []),
    ...(ignored.length > 0 ? [`Columns without a property, ignored: ${ignored.join(', ')}`] : []),
    ...(spoiled.size > 0 ? [`Rows made bad on purpose: ${spoiled.size}`] : []),
  ];
  return isQuiet ? (lines[0] ?? '') : lines.join('\n');
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = error instanceof UnusableInput ? UNUSABLE_INPUT : FAILED;
});
