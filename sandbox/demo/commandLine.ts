import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Latency } from '../hubspot/options';
import { dateFormat, type DateFormat } from './dateFormat';
import { ENCODINGS } from './encoding';
import { DUPLICATE_POLICIES, type DuplicatePolicy } from './expectation';
import { UnusableInput } from './unusableInput';

/** What the command line asks for, checked as far as it can be without the file. */
export interface Request {
  csv: string;
  delimiter: string;
  encoding: string;
  decimalComma: boolean;
  dates: ReadonlyMap<string, DateFormat>;
  objectType: string;
  idProperty: string;
  idColumn?: string;
  idTemplate?: string;
  maps: ReadonlyMap<string, string>;
  duplicates: DuplicatePolicy;
  /** Per cent. */
  bad: number;
  /** Requests in ten seconds; undefined leaves HubSpot's own. */
  limit?: number;
  latency: Latency;
  out: string;
  isQuiet: boolean;
}

const SAMPLE = 'examples/line-items.csv';

const DELIMITERS: Partial<Record<string, string>> = {
  ',': ',',
  ';': ';',
  '|': '|',
  tab: '\t',
  '\t': '\t',
  '\\t': '\t',
};

const OPTIONS = {
  csv: { type: 'string', default: SAMPLE },
  delimiter: { type: 'string', default: ',' },
  encoding: { type: 'string', default: 'utf-8' },
  'decimal-comma': { type: 'boolean', default: false },
  date: { type: 'string', multiple: true, default: [] as string[] },
  'object-type': { type: 'string', default: 'line_items' },
  'id-property': { type: 'string', default: 'invoice_line_key' },
  id: { type: 'string' },
  'id-template': { type: 'string' },
  map: { type: 'string', multiple: true, default: [] as string[] },
  duplicates: { type: 'string', default: 'merge' },
  bad: { type: 'string', default: '0' },
  limit: { type: 'string' },
  latency: { type: 'string', default: '300-800' },
  out: { type: 'string', default: 'demo-output' },
  quiet: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} satisfies ParseArgsConfig['options'];

/**
 * Reads the arguments after the command's name; `help` where that is all that is asked.
 *
 * @throws UnusableInput
 */
export function readCommandLine(args: string[]): Request | 'help' {
  const values = parse(args);
  if (values.help) return 'help';
  if (values.id !== undefined && values['id-template'] !== undefined) {
    throw new UnusableInput('--id and --id-template exclude each other');
  }
  const dates = readPairs('--date', values.date);
  return {
    csv: values.csv,
    delimiter: readDelimiter(values.delimiter),
    encoding: oneOf('--encoding', ENCODINGS, values.encoding.toLowerCase()),
    decimalComma: values['decimal-comma'],
    dates: new Map([...dates].map(([column, form]) => [column, dateFormat(form)])),
    objectType: values['object-type'],
    idProperty: values['id-property'],
    idColumn: values.id,
    idTemplate: values['id-template'],
    maps: readPairs('--map', values.map),
    duplicates: oneOf('--duplicates', DUPLICATE_POLICIES, values.duplicates),
    bad: readNumber('--bad', values.bad, { from: 0, to: 100 }),
    limit: values.limit === undefined ? undefined : readLimit(values.limit),
    latency: readLatency(values.latency),
    out: values.out,
    isQuiet: values.quiet,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: OPTIONS, strict: true }).values;
  } catch (error) {
    const [firstSentence = ''] = String((error as Error).message).split('. ');
    throw new UnusableInput(`${firstSentence}; see --help`);
  }
}

function readDelimiter(name: string): string {
  const delimiter = DELIMITERS[name];
  if (!delimiter) throw new UnusableInput(`--delimiter '${name}': choose one of , ; | tab`);
  return delimiter;
}

/** `COLUMN=VALUE`; column names may hold an equals sign themselves, what follows may not. */
function readPairs(option: string, pairs: readonly string[]): Map<string, string> {
  return new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf('=');
      if (at < 1 || at === pair.length - 1) {
        throw new UnusableInput(`${option} '${pair}': write it as 'Column=value'`);
      }
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

function oneOf<Choice extends string>(
  option: string,
  choices: readonly Choice[],
  text: string,
): Choice {
  const choice = choices.find((candidate) => candidate === text);
  if (choice === undefined) {
    throw new UnusableInput(`${option} '${text}': choose one of ${choices.join(', ')}`);
  }
  return choice;
}

function readNumber(option: string, text: string, { from, to }: { from: number; to: number }) {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (number >= from && number <= to) return number;
  throw new UnusableInput(`${option} '${text}': write a number from ${from} to ${to}`);
}

function readLimit(text: string): number {
  const limit = readNumber('--limit', text, { from: 1, to: 1_000_000 });
  if (!Number.isInteger(limit)) throw new UnusableInput(`--limit '${text}': write a whole number`);
  return limit;
}

function readLatency(text: string): Latency {
  const [, min = '', max = min] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text) ?? [];
  if (min === '' || Number(min) > Number(max)) {
    throw new UnusableInput(`--latency '${text}': write milliseconds, e.g. 300 or 300-800`);
  }
  return { minMs: Number(min), maxMs: Number(max) };
}
