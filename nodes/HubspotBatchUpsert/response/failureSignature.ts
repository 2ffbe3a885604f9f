import { DUPLICATE_VALUE } from '../hubspot/categories';
import type { HubspotError } from '../hubspot/types';
import { isSuccess, meaningOf } from '../hubspot/statuses';
import type { RecordWrite } from '../model/record';
import type { HttpResult } from '../http/response';

/** Longer than any sentence of HubSpot's that quotes nothing. */
const LONGEST = 500;

/** Values as short as this stand in any sentence by chance. */
const MEANINGLESS = 2;

/**
 * Why a request failed as a whole, in a form that is the same for the same reason: without the ids
 * and times that differ from batch to batch. Undefined where it did not fail, and where it failed
 * for what single records hold: that the next ones fail for the like says nothing of the rest.
 */
export function failureSignature(
  result: HttpResult,
  writes: readonly RecordWrite[],
): string | undefined {
  switch (result.kind) {
    case 'authFailed':
      return result.kind;
    case 'noResponse':
      return `${result.reason} ${result.code}`;
    case 'response': {
      const { status, error } = result;
      if (isSuccess(status)) return undefined;
      if (meaningOf(status).isDivisible && isAboutRecords(error, writes)) return undefined;
      const { category, message = '' } = error;
      return `${status} ${category ?? ''} ${message.replace(/["'[{(].*|\d+/gs, '')}`;
    }
  }
}

/** Does a refusal object to properties, or quote something of what was sent? */
function isAboutRecords(error: HubspotError, writes: readonly RecordWrite[]): boolean {
  const { message = '' } = error;
  if (message.length > LONGEST || /["'[{(]/.test(message) || DUPLICATE_VALUE.test(message))
    return true;
  return error.propertyErrors.length > 0 || writes.some((write) => isQuoted(write, message));
}

function isQuoted({ id, properties }: RecordWrite, message: string): boolean {
  return [id, ...Object.values(properties)].some(
    (value) => value.length > MEANINGLESS && message.includes(value),
  );
}
