import { ID_PROPERTY, SERIAL_PROPERTY, type LineItem } from '../lineItems';
import type { Verdict } from '../ways/way';

/** What became of the rows, by what the account holds afterwards. */
export interface Losses {
  /** Good rows that the account does not hold. */
  lost: number;
  /** Rows of which the user was told the truth, each on its own: written, or why not. */
  known: number;
}

/** Verdicts that tell of one record whether it was written, and why not. */
const TELLING: ReadonlySet<Verdict> = new Set(['written', 'refused', 'throttled']);

/**
 * Compares what was sent, what the user was told and what the account holds.
 *
 * @param verdicts One for each row, in their order.
 * @param stored Name by id.
 */
export function lossesOf(
  rows: readonly LineItem[],
  verdicts: readonly Verdict[],
  stored: ReadonlyMap<string, string>,
): Losses {
  const losses: Losses = { lost: 0, known: 0 };
  for (const [index, row] of rows.entries()) {
    const isStored = stored.get(String(row[ID_PROPERTY] ?? '')) === row.name;
    const isGood = row[SERIAL_PROPERTY] === undefined;
    const verdict = verdicts[index] ?? 'unanswered';
    if (isGood && !isStored) losses.lost += 1;
    if (TELLING.has(verdict) && (verdict === 'written') === isStored) losses.known += 1;
  }
  return losses;
}
