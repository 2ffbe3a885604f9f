import type { IExecuteFunctions } from 'n8n-workflow';
import { MAX_BATCH_SIZE } from '../hubspot/endpoints';
import type { OptionName, ParameterName } from '../model/panelNames';
import { credentialTypeOf, LONGEST_PATIENCE_MS, type Settings } from '../model/settings';
import { UnusableParameter } from './unusableParameter';

/**
 * Reads the parameters that are the same for all items.
 *
 * @throws UnusableParameter where a value is outside what the option allows.
 */
export function readSettings(context: IExecuteFunctions): Settings {
  const option = optionReader(context);
  return {
    credentialType: credentialTypeOf(context.getNodeParameter('authentication', 0, 'oAuth2')),
    apiVersion: oneOf(option('apiVersion'), ['v3', '2026-09']),
    batchSize: wholeNumber(option('batchSize'), MAX_BATCH_SIZE, 1, MAX_BATCH_SIZE),
    maxConcurrency: wholeNumber(option('maxConcurrency'), 100, 1, 250),
    rateLimitShare: wholeNumber(option('rateLimitShare'), 100, 1, 100) / 100,
    duplicates: oneOf(option('duplicates'), [
      'merge',
      'keepLast',
      'keepFirst',
      'sequence',
      'reject',
    ]),
    emptyValues: oneOf(option('emptyValues'), ['ignore', 'clear']),
    unknownFields: oneOf(option('unknownFields'), ['ignore', 'reject', 'send']),
    fieldNames: oneOf(option('fieldNames'), ['namesAndLabels', 'names']),
    numberFormat: oneOf(option('numberFormat'), ['automatic', 'point', 'comma']),
    dateOrder: oneOf(option('dateOrder'), ['refuse', 'dayFirst', 'monthFirst']),
    dateNumbers: oneOf(option('dateNumbers'), ['milliseconds', 'spreadsheetDays']),
    timeZone: timeZone(option('timeZone'), context.getTimezone()),
    invalidValues: oneOf(option('invalidValues'), ['reject', 'leaveOut']),
    operation: oneOf(parameter(context, 'operation'), ['upsert', 'create', 'update']),
    existingValues: oneOf(option('existingValues'), ['overwrite', 'keep']),
    skipUnchanged: flag(option('skipUnchanged')),
    nonUniqueId: oneOf(option('nonUniqueId'), ['refuse', 'search']),
    dryRun: flag(option('dryRun')),
    maxRetries: wholeNumber(option('maxRetries'), 5, 0, 20),
    patienceMs: wholeNumber(option('patience'), 300, 0, LONGEST_PATIENCE_MS / 1000) * 1000,
    timeoutMs: wholeNumber(option('timeout'), 30, 1, 300) * 1000,
    output: oneOf(option('output'), ['inputAndRecord', 'record']),
    agentOutput: {
      kind: oneOf(option('agentOutput'), ['simplified', 'selectedFields', 'raw']),
      fields: names(option('agentFields'), ['id', 'url', 'property', 'value']),
    },
  };
}

interface Option {
  name: ParameterName;
  /** Null where the user did not set it. */
  value: unknown;
}

/**
 * Reads options one by one: read together, an expression of the one that differs from item to item
 * would be evaluated with them, and could end the run.
 */
function optionReader(context: IExecuteFunctions): (name: OptionName) => Option {
  return (name) => ({ name, value: context.getNodeParameter(`options.${name}`, 0, null) });
}

function parameter(context: IExecuteFunctions, name: ParameterName): Option {
  return { name, value: context.getNodeParameter(name, 0, null) };
}

/** False unless it is set. What is neither is refused: a dry run must never be a real one by mistake. */
function flag({ name, value }: Option): boolean {
  const wanted = value ?? false;
  if (wanted === true || wanted === 'true') return true;
  if (wanted === false || wanted === 'false' || wanted === '') return false;
  throw new UnusableParameter(name, value, 'Set true or false');
}

/** The first choice is the default. */
function oneOf<Choice extends string>(
  { name, value }: Option,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const wanted = value ?? choices[0];
  const choice = choices.find((candidate) => candidate === wanted);
  if (choice === undefined) {
    throw new UnusableParameter(name, value, `Choose one of ${choices.join(', ')}`);
  }
  return choice;
}

/** A list, as the editor stores it, or as an expression may give it. */
function names({ name, value }: Option, fallback: readonly string[]): string[] {
  const given: unknown = typeof value === 'string' ? value.split(',') : (value ?? fallback);
  if (Array.isArray(given) && given.every((each) => typeof each === 'string')) {
    return given.map((each) => each.trim()).filter((each) => each !== '');
  }
  throw new UnusableParameter(name, value, 'Set a list of names');
}

/** The workflow's, unless the option names another one. */
function timeZone({ name, value }: Option, ofWorkflow: string): string {
  const given = typeof value === 'string' ? value.trim() : value;
  const wanted = given === null || given === '' ? ofWorkflow : given;
  if (typeof wanted === 'string' && isTimeZone(wanted)) return wanted;
  throw new UnusableParameter(
    name,
    wanted,
    'Set the name of a time zone such as Europe/Berlin, or leave it empty for the time zone of the workflow',
  );
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function wholeNumber({ name, value }: Option, fallback: number, from: number, to: number): number {
  const wanted = value ?? fallback;
  const number = typeof wanted === 'string' && wanted.trim() !== '' ? Number(wanted) : wanted;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < from || number > to) {
    throw new UnusableParameter(name, value, `Set a whole number from ${from} to ${to}`);
  }
  return number;
}
