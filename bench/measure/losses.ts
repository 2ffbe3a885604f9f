import { ID_PROPERTY, SERIAL_PROPERTY, type LineItem } from '../lineItems';
import type { StoredRecord } from '../processes/sandboxProcess';
import type { Told, Verdict } from '../ways/way';

/** What became of the rows, by what the account holds afterwards. */
export interface Losses {
  /** Good rows that the account does not hold. */
  lost: number;
  /** Rows of which the user was told the truth, each on its own: written, or why not. */
  known: number;
  /** Rows of which the user was told something that is not so. */
  toldWrongly: number;
  /** Those of them where nothing but the record id is another record's. */
  wrongIds: number;
}

/** Verdicts that tell of one record whether it was written, and why not. */
const TELLING: ReadonlySet<Verdict> = new Set(['written', 'refused', 'throttled']);

/**
 * Compares what was sent, what the user was told and what the account holds.
 *
 * @param told One for each row, in their order.
 * @param stored All records of the account.
 */
export function lossesOf(
  rows: readonly LineItem[],
  told: readonly Told[],
  stored: readonly StoredRecord[],
): Losses {
  const byKey = new Map(stored.map((record) => [record.key, record]));
  const losses: Losses = { lost: 0, known: 0, toldWrongly: 0, wrongIds: 0 };
  for (const [index, row] of rows.entries()) {
    const record = byKey.get(String(row[ID_PROPERTY] ?? ''));
    const isStored = record !== undefined && record.name === row.name;
    const { verdict, recordId } = told[index] ?? { verdict: 'unanswered' };
    const isTrue = (verdict === 'written') === isStored;
    const isOthersId = recordId !== undefined && recordId !== record?.recordId;
    if (isGood(row) && !isStored) losses.lost += 1;
    if (TELLING.has(verdict) && isTrue) losses.known += 1;
    if (verdict !== 'unanswered' && !isTrue) losses.toldWrongly += 1;
    else if (isOthersId) {
      losses.toldWrongly += 1;
      losses.wrongIds += 1;
    }
  }
  return losses;
}

/** @throws Error where the account holds a row that it had to refuse: then it was not sent as it is. */
export function assertBadRefused(rows: readonly LineItem[], stored: readonly StoredRecord[]): void {
  const bad = new Set(rows.filter((row) => !isGood(row)).map((row) => row[ID_PROPERTY]));
  const taken = stored.filter(({ key }) => bad.has(key));
  if (taken.length > 0) throw new Error(`${taken.length} bad records were written`);
}

function isGood(row: LineItem): boolean {
  return row[SERIAL_PROPERTY] === undefined;
}
