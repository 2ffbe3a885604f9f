import type { Trial } from './truth';

/** Requests that a record may cost at most: alone, in the batches it was refused with, and read. */
const PER_RECORD = 8;

/** And an association. */
const PER_PAIR = 8;

/** However HubSpot behaves, a run costs no more than this. */
export function beyondAllBounds({ evidence, given }: Trial): string[] {
  const { rows, options } = given;
  const attempts = 1 + options.maxRetries;
  // n8n sends a request once more after a 401, and asks for a token before.
  const pairs = new Set(evidence.log.flatMap((entry) => entry.pairs.map(pairsKey)));
  const most = 3 * attempts * (1 + PER_RECORD * rows.length + PER_PAIR * pairs.size);
  const { length } = evidence.log;
  return length > most ? [`${length} requests for ${rows.length} items, ${most} at most`] : [];
}

function pairsKey({ fromId, toId }: { fromId: string; toId: string }): string {
  return `${fromId} ${toId}`;
}
