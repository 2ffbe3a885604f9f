import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { credentialTypeOf } from '../description/authentication';
import { MAX_BATCH_SIZE, type ApiVersion } from '../hubspot/endpoints';
import type { DuplicatePolicy } from '../records/duplicates';
import type { EmptyValues } from '../values/propertyValue';
import { UnusableParameter } from './unusableParameter';

/** What holds for the whole run. */
export interface Settings {
  credentialType: ReturnType<typeof credentialTypeOf>;
  apiVersion: ApiVersion;
  /** Records in one request, at most `MAX_BATCH_SIZE`. */
  batchSize: number;
  /** Requests in flight at most. */
  maxConcurrency: number;
  /** Share of the account's rate limit that the node may use, above 0, at most 1. */
  rateLimitShare: number;
  duplicates: DuplicatePolicy;
  emptyValues: EmptyValues;
  unknownFields: UnknownFields;
  /** How often one request is repeated at most. */
  maxRetries: number;
  /** The longest wait that HubSpot may ask for; a longer one ends the run. Milliseconds. */
  patienceMs: number;
  /** Milliseconds for one request. */
  timeoutMs: number;
  output: OutputForm;
}

/** What to do with an input field that is no writable property, when mapping automatically. */
export type UnknownFields = 'ignore' | 'reject' | 'send';

/** What a Success item carries. */
export type OutputForm = 'inputAndRecord' | 'record';

/**
 * Reads the parameters that are the same for all items.
 *
 * @throws UnusableParameter where a value is outside what the option allows.
 */
export function readSettings(context: IExecuteFunctions): Settings {
  const options = context.getNodeParameter('options', 0, {});
  return {
    credentialType: credentialTypeOf(context.getNodeParameter('authentication', 0, 'oAuth2')),
    apiVersion: oneOf(options, 'apiVersion', ['v3', '2026-09']),
    batchSize: wholeNumber(options, 'batchSize', {
      fallback: MAX_BATCH_SIZE,
      from: 1,
      to: MAX_BATCH_SIZE,
    }),
    maxConcurrency: wholeNumber(options, 'maxConcurrency', { fallback: 100, from: 1, to: 250 }),
    rateLimitShare:
      wholeNumber(options, 'rateLimitShare', { fallback: 100, from: 1, to: 100 }) / 100,
    duplicates: oneOf(options, 'duplicates', [
      'merge',
      'keepLast',
      'keepFirst',
      'sequence',
      'reject',
    ]),
    emptyValues: oneOf(options, 'emptyValues', ['ignore', 'clear']),
    unknownFields: oneOf(options, 'unknownFields', ['ignore', 'reject', 'send']),
    maxRetries: wholeNumber(options, 'maxRetries', { fallback: 5, from: 0, to: 20 }),
    patienceMs: wholeNumber(options, 'patience', { fallback: 300, from: 0, to: 86_400 }) * 1000,
    timeoutMs: wholeNumber(options, 'timeout', { fallback: 30, from: 1, to: 300 }) * 1000,
    output: oneOf(options, 'output', ['inputAndRecord', 'record']),
  };
}

/** The first choice is the default. */
function oneOf<Choice extends string>(
  options: IDataObject,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const value = options[name] ?? choices[0];
  const choice = choices.find((candidate) => candidate === value);
  if (choice === undefined) {
    throw new UnusableParameter(name, value, `Choose one of ${choices.join(', ')}`);
  }
  return choice;
}

function wholeNumber(
  options: IDataObject,
  name: string,
  { fallback, from, to }: { fallback: number; from: number; to: number },
): number {
  const value = options[name] ?? fallback;
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isInteger(number) || number < from || number > to) {
    throw new UnusableParameter(name, value, `Set a whole number from ${from} to ${to}`);
  }
  return number;
}
