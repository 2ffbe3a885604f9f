import { isTransient } from '../hubspot/categories';
import type { HubspotError } from '../hubspot/types';
import type { Failure } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import { toRecordError } from './recordErrors';

/** One error may name many records; it is read once for all of them. */
export function refusedByName(
  errors: ReadonlyMap<RecordWrite, HubspotError | undefined>,
  httpStatus: number,
): Array<[RecordWrite, Failure]> {
  return [...new Set(errors.values())].flatMap((error) => {
    if (error === undefined) return [];
    const failureOf = entryError(error, httpStatus);
    const writes = [...errors.keys()].filter((write) => errors.get(write) === error);
    return writes.map((write): [RecordWrite, Failure] => [write, failureOf(write)]);
  });
}

/**
 * As many errors as records without a result, and none that names its record: each of these was
 * refused, for the one reason that is given, or for one of several.
 */
export function refusedByCount(
  errors: readonly HubspotError[],
  httpStatus: number,
): (write: RecordWrite) => Failure {
  const failuresOf = errors.map((error) => entryError(error, httpStatus));
  return (write) => {
    const failures = failuresOf.map((failureOf) => failureOf(write));
    const messages = [...new Set(failures.map(({ message }) => message))];
    const [first] = failures as [Failure, ...Failure[]];
    if (messages.length === 1) return first;
    const message = `HubSpot refused this record for one of these reasons, and did not say for which: ${messages.join('; ')}`;
    const details = failures.map((failure) => ({
      message: failure.message,
      code: failure.category,
      context: failure.context ?? undefined,
    }));
    return { ...first, message, property: null, value: null, code: null, errors: details };
  };
}

/** One entry of `errors`, as the records that it is about have it. */
function entryError(error: HubspotError, httpStatus: number): (write: RecordWrite) => Failure {
  return toRecordError(error, {
    httpStatus,
    retryable: isTransient(error),
    fallback: 'INVALID_VALUE',
    message: 'HubSpot refused the record without saying why',
  });
}
