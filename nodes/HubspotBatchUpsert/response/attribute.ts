import { propertyErrors, type PropertyError } from '../hubspot/propertyErrors';
import type { HubspotError } from '../hubspot/types';
import type { RecordWrite } from '../model/record';
import { namedBy } from './namedBy';
import { withoutRepeatedIds } from './repeatedIds';

/** What to do with a batch that HubSpot refused whole. */
export interface Isolation {
  /** Records that the refusal names beyond doubt. */
  offenders: RecordWrite[];
  /** Batches to send again, in this order and one after the other. */
  again: RecordWrite[][];
  /** Some of these are to blame, and the refusal does not tell which. */
  suspects: RecordWrite[];
}

/**
 * Takes the records that HubSpot names out of a refused batch, so that the others can be written.
 *
 * @param isTooLarge For refusals of the batch's size, which say nothing about records.
 */
export function isolate(
  error: HubspotError,
  writes: readonly RecordWrite[],
  isTooLarge: boolean,
  said: readonly PropertyError[] = propertyErrors(error),
): Isolation {
  const isolation: Isolation = { offenders: [], again: [], suspects: [] };
  if (writes.length === 1) return { ...isolation, offenders: [...writes] };
  if (isTooLarge) return { ...isolation, again: halves(writes) };
  const named = namedBy(error, said, writes);
  if (named.size > 0) {
    const rest = writes.filter((write) => !named.has(write));
    return { ...isolation, offenders: [...named], again: rest.length > 0 ? [rest] : [] };
  }
  const parts = withoutRepeatedIds(error, writes);
  return parts.length > 1
    ? { ...isolation, again: parts }
    : { ...isolation, suspects: [...writes] };
}

function halves(writes: readonly RecordWrite[]): RecordWrite[][] {
  const middle = Math.ceil(writes.length / 2);
  return [writes.slice(0, middle), writes.slice(middle)];
}
