import type { Answer } from '../answers/answer';
import type { InputError } from '../answers/writeProblems';
import type { AssociationOptions } from '../associationOptions';
import type { Hubspot } from '../hubspotState';
import { batchAnswer } from './batchAnswer';
import type { ApiVersion } from './endpoint';

interface AssociationsBatch {
  results: unknown[];
  errors: InputError[];
  /** Epoch milliseconds. */
  startedAt: number;
  /** Where there are no errors. */
  status?: number;
}

/** The answer to a batch of pairs, or of records whose associations are read. */
export function associationsAnswer(
  { options, resultOrder }: Hubspot,
  version: ApiVersion,
  { results, errors, startedAt, status }: AssociationsBatch,
): Answer {
  const { associationErrorStatus: ofErrors } = options;
  return batchAnswer({
    results: options.shuffleResults ? resultOrder.shuffled(results) : results,
    errors,
    startedAt,
    completedAt: options.now(),
    status,
    errorStatus: typeof ofErrors === 'number' ? ofErrors : ofErrors[version],
  });
}

/** The errors, or where the account tells equal ones once, one of each. */
export function distinctErrors(
  errors: InputError[],
  { equalPairErrors }: AssociationOptions,
): InputError[] {
  if (equalPairErrors === 'each') return errors;
  return [...new Map(errors.map((error) => [JSON.stringify(error), error])).values()];
}

/** A record's id as this account answers it. */
export function idOf(id: string, { options }: Hubspot): string | number {
  return options.numericAssociationIds ? Number(id) : id;
}
