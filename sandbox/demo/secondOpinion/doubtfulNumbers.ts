import type { CellsByProperty, Circumstances } from '../expectation';
import type { Cell } from '../file/sheet';
import { mayBeThousands, needsComma } from './number';
import { storedId } from './storedId';

/**
 * Which numbers have two readings only because of others: 1.500 in a column that holds 1431,5, too.
 */
export function doubtfulNumbers(
  rows: readonly CellsByProperty[],
  { idProperty, definitions, rules }: Pick<Circumstances, 'idProperty' | 'definitions' | 'rules'>,
): (property: string, cell: Cell) => boolean {
  if (rules.numberFormat !== 'automatic') return () => false;
  const isNumber = (property: string) => definitions.get(property)?.type === 'number';
  const withComma = new Set<string>();
  for (const row of rows) {
    const hasId = storedId(row[idProperty] ?? '', idProperty, definitions, rules);
    for (const [property, cell] of Object.entries(row)) {
      const counts = property === idProperty || hasId;
      if (!counts || withComma.has(property) || !isNumber(property)) continue;
      if (typeof cell === 'string' && needsComma(cell)) withComma.add(property);
    }
  }
  return (property, cell) =>
    withComma.has(property) && typeof cell === 'string' && mayBeThousands(cell);
}
