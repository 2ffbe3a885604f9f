import { createColors } from 'picocolors';
import type { Arrangement } from './arrange';
import { readCommandLine, type Request } from './commandLine';
import { readCsv, writeCsv } from './csvFile';
import type { demonstrate } from './demonstrate';
import { errorFile, errorTable } from './errorSheet';
import { noProgress, progressBar, progressLines } from './progress';
import { summary } from './summary';
import { UnusableInput } from './unusableInput';
import { USAGE } from './usage';
import { requireWritable } from './writable';

const UNUSABLE_INPUT = 2;
const FAILED = 1;

/** Where the program writes to. */
export interface Output {
  print: (line: string) => void;
  complain: (line: string) => void;
  isTerminal: boolean;
  hasColors: boolean;
}

/** The part that takes seconds to load, because the engine does. */
type Engine = { demonstrate: typeof demonstrate };

/**
 * The whole of `npm run demo`.
 *
 * @param args Without the program's name.
 * @param loadEngine Called late, so that what is wrong with the input is said at once.
 * @returns The exit code.
 */
export async function runProgram(
  args: string[],
  output: Output,
  loadEngine: () => Promise<Engine>,
): Promise<number> {
  try {
    return await run(args, output, loadEngine);
  } catch (error) {
    output.complain(error instanceof Error ? error.message : String(error));
    return error instanceof UnusableInput ? UNUSABLE_INPUT : FAILED;
  }
}

async function run(
  args: string[],
  output: Output,
  loadEngine: () => Promise<Engine>,
): Promise<number> {
  const { print } = output;
  const colors = createColors(output.hasColors);
  const request = readCommandLine(args);
  if (request === 'help') {
    print(USAGE);
    return 0;
  }
  const { sheet, dialect } = await readCsv(request.csv, request);
  if (sheet.rows.length === 0) {
    print(`${request.csv} has a header and no rows: nothing to write.`);
    return 0;
  }
  const errors = errorFile(request.out, request.csv);
  await requireWritable(errors, `--out '${request.out}'`);
  const { demonstrate } = await loadEngine();
  const { report, sheet: written } = await demonstrate(
    sheet,
    request,
    progressFor(request, output),
    (arrangement) => print(introduction(request, arrangement, colors)),
  );
  const { failures, checks } = report;
  const saved = failures.length > 0 ? errors : undefined;
  if (saved) await writeCsv(saved, errorTable(written, failures), dialect);
  print(summary({ ...report, errorFile: saved }, colors, request.isQuiet));
  return checks.some(({ objections }) => objections.length > 0) ? FAILED : 0;
}

function progressFor({ isQuiet }: Request, { isTerminal, print }: Output) {
  if (isQuiet) return noProgress;
  return isTerminal ? progressBar() : progressLines(print);
}

function introduction(
  { csv, objectType, idProperty, isQuiet }: Request,
  { items, created, ignored, spoiled }: Arrangement,
  colors: ReturnType<typeof createColors>,
): string {
  const lines = [
    `${colors.bold(csv)}: ${items.length.toLocaleString('en-US')} rows to ${objectType}, each identified by ${idProperty}`,
    ...(created.length > 0 ? [`Custom properties made for it: ${created.join(', ')}`] : []),
    ...(ignored.length > 0 ? [`Columns without a property, ignored: ${ignored.join(', ')}`] : []),
    ...(spoiled.size > 0 ? [`Rows made bad on purpose: ${spoiled.size}`] : []),
  ];
  return isQuiet ? (lines[0] ?? '') : lines.join('\n');
}
