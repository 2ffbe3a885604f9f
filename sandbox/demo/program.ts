import { createColors } from 'picocolors';
import type { Arrangement } from './arrange';
import { readCommandLine, type Request } from './commandLine';
import type { demonstrate } from './demonstrate';
import type { Column } from './columns';
import { errorFile, errorTable } from './errorSheet';
import { readTable } from './file/readFile';
import type { Sheet } from './file/sheet';
import { noProgress, progressBar, progressLines } from './progress';
import type { MadeProperty } from './properties';
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
  const { sheet, extension, save } = await readTable(request.file, request.form);
  if (sheet.rows.length === 0 && sheet.ragged.length === 0) {
    print(`${request.file} has no rows: nothing to write.`);
    return 0;
  }
  const errors = errorFile(request.out, request.file, extension);
  await requireWritable(errors, `--out '${request.out}'`);
  const { demonstrate } = await loadEngine();
  const { report, header } = await demonstrate(
    sheet,
    request,
    progressFor(request, output),
    (arrangement) => print(introduction(request, arrangement, colors)),
  );
  const { failures, checks } = report;
  const saved = failures.length > 0 ? errors : undefined;
  if (saved) await save(saved, errorTable(header, failures));
  print(summary({ ...report, errorFile: saved }, colors, request.isQuiet));
  return checks.some(({ objections }) => objections.length > 0) ? FAILED : 0;
}

function progressFor({ isQuiet }: Request, { isTerminal, print }: Output) {
  if (isQuiet) return noProgress;
  return isTerminal ? progressBar() : progressLines(print);
}

function introduction(
  { file, objectType, idProperty, isQuiet }: Request,
  { items, sheet, matched, created, ignored, spoiled, circumstances }: Arrangement,
  colors: ReturnType<typeof createColors>,
): string {
  const lines = [
    `${colors.bold(file)}: ${number(items.length)} rows to ${objectType}, each identified by ${idProperty}`,
    ...raggedLines(sheet),
    ...(created.length > 0
      ? [`Custom properties made for it: ${created.map(madeText).join(', ')}`]
      : []),
    ...(matched.length > 0
      ? [`Columns known by their label: ${matched.map(matchText).join(', ')}`]
      : []),
    ...(ignored.length > 0
      ? [
          `Columns without a property, ignored: ${ignored.join(', ')} (--map makes properties for them)`,
        ]
      : []),
    ...dealLines(circumstances),
    ...earlierLines(circumstances),
    ...(spoiled.size > 0 ? [`Rows made bad on purpose: ${spoiled.size}`] : []),
  ];
  return isQuiet ? (lines[0] ?? '') : lines.join('\n');
}

function raggedLines({ ragged, header }: Sheet): string[] {
  if (ragged.length === 0) return [];
  const [{ line }] = ragged as [Sheet['ragged'][number]];
  return [
    `${number(ragged.length)} ${ragged.length === 1 ? 'line has' : 'lines have'} not the ${header.length} fields of the header, the first is line ${line}: not given to the node`,
  ];
}

function dealLines({ deals }: Arrangement['circumstances']): string[] {
  if (deals === undefined) return [];
  const { made, missing } = deals;
  const left = missing === undefined ? '' : `; ${missing} is left out on purpose`;
  return [`Deals made for the keys in ${deals.field}: ${number(made)}${left}`];
}

function earlierLines({ earlier }: Arrangement['circumstances']): string[] {
  if (earlier.size === 0) return [];
  return [
    `Records put there before, with one value each that is another now: ${number(earlier.size)}`,
  ];
}

const madeText = ({ name, type, otherwise }: MadeProperty) =>
  `${name} (${type}${otherwise === undefined ? '' : `, but ${otherwise}`})`;

const matchText = ({ name, property }: Column) => `${name} is ${property}`;

const number = (value: number) => value.toLocaleString('en-US');
