import type { Trial } from './truth';

/** Requests that a record may cost at most: alone, in the batches it was refused with, and read. */
const PER_RECORD = 8;

/** However HubSpot behaves, a run costs no more than this. */
export function beyondAllBounds({ evidence, given }: Trial): string[] {
  const { rows, options } = given;
  const attempts = 1 + options.maxRetries;
  // n8n sends a request once more after a 401, and asks for a token before.
  const most = 3 * attempts * (1 + PER_RECORD * rows.length);
  const { length } = evidence.log;
  return length > most ? [`${length} requests for ${rows.length} items, ${most} at most`] : [];
}
