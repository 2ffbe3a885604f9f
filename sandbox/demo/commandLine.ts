import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Latency } from '../hubspot/options';
import { IANAZone } from 'luxon';
import { DUPLICATE_POLICIES, INVALID_VALUES, OPERATIONS, type Circumstances } from './expectation';
import { ENCODINGS } from './file/encoding';
import type { FileForm } from './file/readFile';
import {
  DATE_NUMBERS,
  DATE_ORDERS,
  NUMBER_FORMATS,
  type ValueRules,
} from './secondOpinion/valueRules';
import { UnusableInput } from './unusableInput';

/** What the command line asks for, checked as far as it can be without the file. */
export interface Request extends Pick<Circumstances, 'duplicates' | 'invalidValues' | 'operation'> {
  file: string;
  form: FileForm;
  rules: ValueRules;
  objectType: string;
  idProperty: string;
  idColumn?: string;
  idTemplate?: string;
  maps: ReadonlyMap<string, string>;
  /** The column that names the deals to link the records with. */
  dealColumn?: string;
  /** Are records written only where they differ, which a second run over them shows? */
  skipUnchanged: boolean;
  /** Is nothing written, and only told what would be? */
  dryRun: boolean;
  /** Per cent. */
  bad: number;
  /** Requests in ten seconds; undefined leaves HubSpot's own. */
  limit?: number;
  latency: Latency;
  out: string;
  isQuiet: boolean;
}

const SAMPLE = 'examples/line-items.csv';

/** What identifies the records of an object type where nothing else is said. */
const ID_PROPERTIES: Partial<Record<string, string>> = {
  line_items: 'invoice_line_key',
  contacts: 'email',
};

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
  sheet: { type: 'string' },
  'header-line': { type: 'string', default: '1' },
  delimiter: { type: 'string' },
  encoding: { type: 'string', default: 'utf-8' },
  'number-format': { type: 'string', default: 'automatic' },
  'date-order': { type: 'string', default: 'refuse' },
  'date-numbers': { type: 'string', default: 'milliseconds' },
  'time-zone': { type: 'string', default: '' },
  'invalid-values': { type: 'string', default: 'reject' },
  'object-type': { type: 'string', default: 'line_items' },
  'id-property': { type: 'string' },
  id: { type: 'string' },
  'id-template': { type: 'string' },
  map: { type: 'string', multiple: true, default: [] as string[] },
  deal: { type: 'string' },
  duplicates: { type: 'string', default: 'merge' },
  operation: { type: 'string', default: 'upsert' },
  'skip-unchanged': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
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
  if (values['invalid-values'] === 'leaveOut' && values.bad !== '0') {
    throw new UnusableInput('--bad and --invalid-values leaveOut exclude each other');
  }
  const objectType = values['object-type'];
  return {
    file: values.csv,
    form: readForm(values),
    rules: readRules(values),
    invalidValues: oneOf('--invalid-values', INVALID_VALUES, values['invalid-values']),
    objectType,
    idProperty: values['id-property'] ?? ID_PROPERTIES[objectType] ?? 'import_key',
    idColumn: values.id,
    idTemplate: values['id-template'],
    maps: readPairs('--map', values.map),
    dealColumn: values.deal,
    duplicates: oneOf('--duplicates', DUPLICATE_POLICIES, values.duplicates),
    operation: oneOf('--operation', OPERATIONS, values.operation),
    skipUnchanged: values['skip-unchanged'],
    dryRun: values['dry-run'],
    bad: readNumber('--bad', values.bad, { from: 0, to: 100 }),
    limit: values.limit === undefined ? undefined : readWhole('--limit', values.limit),
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

function readForm(values: ReturnType<typeof parse>): FileForm {
  const { delimiter, encoding } = values;
  return {
    sheetName: values.sheet,
    headerLine: readWhole('--header-line', values['header-line']),
    delimiter: delimiter === undefined ? undefined : readDelimiter(delimiter),
    encoding: oneOf('--encoding', ENCODINGS, encoding.toLowerCase()),
  };
}

function readRules(values: ReturnType<typeof parse>): ValueRules {
  return {
    numberFormat: oneOf('--number-format', NUMBER_FORMATS, values['number-format']),
    dateOrder: oneOf('--date-order', DATE_ORDERS, values['date-order']),
    dateNumbers: oneOf('--date-numbers', DATE_NUMBERS, values['date-numbers']),
    timeZone: readTimeZone(values['time-zone']),
  };
}

function readTimeZone(name: string): string {
  if (name === '' || IANAZone.isValidZone(name)) return name;
  throw new UnusableInput(`--time-zone '${name}': write a name such as Europe/Berlin`);
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

function readWhole(option: string, text: string): number {
  const number = readNumber(option, text, { from: 1, to: 1_000_000 });
  if (!Number.isInteger(number))
    throw new UnusableInput(`${option} '${text}': write a whole number`);
  return number;
}

function readLatency(text: string): Latency {
  const [, min = '', max = min] = /^(\d{1,6})(?:-(\d{1,6}))?$/.exec(text) ?? [];
  if (min === '' || Number(min) > Number(max)) {
    throw new UnusableInput(`--latency '${text}': write milliseconds, e.g. 300 or 300-800`);
  }
  return { minMs: Number(min), maxMs: Number(max) };
}
