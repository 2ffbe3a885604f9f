import { afterOneAnother, type Meaning } from '../cases/meaning';
import { groupBy } from '../oracle/groupBy';
import { SERIAL, type ChoicesCase, type ChoicesRow } from './case';

/** What the items ask for one record, as one write. */
export interface AskedWrite {
  /** As one of the items names it. */
  id: string;
  indexes: number[];
  values: ReadonlyMap<string, Meaning>;
  /** Of several writes to one record, made one after the other. */
  round: number;
}

/** Items that name no record, or ask for what HubSpot could not store, and their category. */
export type RefusedItems = ReadonlyMap<number, string>;

/**
 * The writes that the items ask for under the policy for duplicates, and the items that get none.
 *
 * @param heldBack Items that are not written because of what they are to be associated with.
 */
export function askedWrites(
  given: ChoicesCase,
  heldBack: ReadonlySet<number> = new Set(),
): { writes: AskedWrite[]; refused: RefusedItems } {
  const { rows, options, target } = given;
  const refused = new Map<number, string>();
  const single: AskedWrite[] = [];
  for (const [index, row] of rows.entries()) {
    const values = valuesOf(row, given);
    if (row.id === undefined) refused.set(index, categoryWithoutId(row, given));
    else if (values === undefined) refused.set(index, 'INVALID_VALUE');
    else if (!heldBack.has(index)) single.push({ id: row.id, indexes: [index], values, round: 0 });
  }
  const writes: AskedWrite[] = [];
  for (const group of groupBy(single, ({ id }) => target.comparedAs(id)).values()) {
    const [first, last] = [group[0]!, group.at(-1)!];
    const indexes = group.flatMap((write) => write.indexes);
    switch (options.duplicates) {
      case 'merge':
        writes.push({ id: last.id, indexes, values: merged(group), round: 0 });
        break;
      case 'keepFirst':
        writes.push({ ...first, indexes });
        break;
      case 'keepLast':
        writes.push({ ...last, indexes });
        break;
      case 'sequence':
        writes.push(...group.map((write, round) => ({ ...write, round })));
        break;
      case 'reject':
        if (group.length === 1) writes.push(first);
        else for (const index of indexes) refused.set(index, 'DUPLICATE_ID');
    }
  }
  return { writes: writes.sort((a, b) => a.round - b.round), refused };
}

function categoryWithoutId({ json }: ChoicesRow, { target }: ChoicesCase): string {
  const value = json[target.idProperty];
  return value === undefined || value === null || value === '' ? 'MISSING_ID' : 'INVALID_VALUE';
}

/** Undefined where one of them is bad, and that is to refuse the item. */
function valuesOf({ cells, isTaken }: ChoicesRow, { options }: ChoicesCase) {
  const values = new Map<string, Meaning>();
  for (const [property, { meaning }] of cells) {
    if (meaning === undefined) continue;
    if (meaning.kind === 'bad') {
      if (options.invalidValues === 'reject') return undefined;
    } else if (meaning.kind !== 'empty' || options.emptyValues === 'clear') {
      values.set(property, meaning);
    }
  }
  if (isTaken) values.set(SERIAL.property, { kind: 'text', text: SERIAL.taken });
  return values;
}

function merged(group: readonly AskedWrite[]): Map<string, Meaning> {
  const values = new Map<string, Meaning>();
  for (const [property, meaning] of group.flatMap((write) => [...write.values])) {
    values.set(property, afterOneAnother(values.get(property), meaning));
  }
  return values;
}
