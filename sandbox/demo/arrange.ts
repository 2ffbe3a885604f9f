import type { Crm } from '../hubspot/crm/crm';
import type { RecordSnapshot } from '../hubspot/crm/recordSnapshot';
import { addBaits, takeSerials } from './baits';
import {
  columnList,
  matchColumns,
  planColumns,
  requireColumn,
  requirePropertyName,
  type Column,
} from './columns';
import type { Request } from './commandLine';
import { makeDeals, requireDealsFor } from './deals';
import { putEarlier } from './earlier';
import { expectedOf, type CellsByProperty, type Circumstances } from './expectation';
import type { Sheet } from './file/sheet';
import { hubspotRefusals } from './hubspotRefuses';
import { columnsOf, idTemplate } from './idTemplate';
import { toCells, toItems, type Item } from './items';
import { createMissing, definitionsOf, type MadeProperty } from './properties';
import { spoil, type Spoiler } from './spoil';
import { UnusableInput } from './unusableInput';

/** All that is settled before the node starts. */
export interface Arrangement {
  /** The file's rows, some of them spoiled if that was asked for. */
  sheet: Sheet;
  /** What was made wrong with a row, by its index. */
  spoiled: ReadonlyMap<number, Spoiler>;
  items: Item[];
  /** The cells of every item by property. */
  cells: readonly CellsByProperty[];
  circumstances: Circumstances;
  /** The records that are there already and have nothing to do with the file. */
  before: readonly RecordSnapshot[];
  /** Properties that had to be made. */
  created: readonly MadeProperty[];
  /** Columns that fill a property by its name or label in another spelling. */
  matched: readonly Column[];
  /** Columns that no property has the name of. */
  ignored: readonly string[];
}

const SEED = 7;

/**
 * Brings a file and an account together: every column gets its property, every row its id.
 *
 * @throws UnusableInput where the two do not fit
 */
export function arrange(given: Sheet, request: Request, store: Crm): Arrangement {
  const { objectType, idProperty, duplicates, invalidValues, operation, skipUnchanged, rules } =
    request;
  if (!store.table(objectType)) {
    throw new UnusableInput(`--object-type '${objectType}': HubSpot has no such object type`);
  }
  if (request.dealColumn !== undefined) requireDealsFor(objectType, store);
  requirePropertyName(idProperty, `--id-property '${idProperty}'`);
  const planned = planColumns(given.header, request.maps);
  const template = templateOf(request);
  const idColumns = template === undefined ? [] : columnsOf(template);
  for (const column of idColumns) {
    requireColumn(given.header, column, request.idTemplate ? '--id-template' : '--id');
  }
  const idOf = template === undefined ? undefined : idTemplate(template);
  const created = createMissing(store, objectType, idProperty, planned, given, rules);
  const columns = matchColumns(
    planned,
    definitionsOf(store, objectType),
    template === undefined ? undefined : idProperty,
  );
  const idIndexes = idIndexesOf();
  const deals =
    request.dealColumn === undefined
      ? undefined
      : makeDeals(request.dealColumn, columns, rowsOf, rules, store);
  const { sheet, spoiled, baits } = spoiledSheet();
  const all = [...columns, ...baits.map(({ column }) => column)];
  const plan = { columns: all, idProperty, idOf };
  const cells = toCells(sheet, plan);
  const others = circumstancesNow();
  const before = store.records(objectType);
  const circumstances = findsRecords(request)
    ? { ...others, earlier: putEarlier(cells, others, objectType, store) }
    : others;
  return {
    sheet,
    spoiled,
    items: toItems(sheet, plan),
    cells,
    circumstances,
    before,
    created,
    matched: columns.filter(({ field, property }) => field !== property),
    ignored: columns
      .filter(
        ({ name, property }) =>
          !circumstances.definitions.has(property) &&
          !idColumns.includes(name) &&
          name !== request.dealColumn,
      )
      .map(({ name }) => name),
  };

  function rowsOf(some: readonly Column[]) {
    return toCells(given, { columns: some, idProperty, idOf });
  }

  function idIndexesOf(): number[] {
    if (template !== undefined) return idColumns.map((column) => given.header.indexOf(column));
    const column = columns.find(({ property }) => property === idProperty);
    if (column) return [column.index];
    throw new UnusableInput(
      `no column is ${idProperty}: name the column that identifies a row with --id, or several with --id-template; ${columnList(given.header)}`,
    );
  }

  function circumstancesNow(): Circumstances {
    const definitions = definitionsOf(store, objectType);
    const hubspotRefuses = hubspotRefusals(store.records(objectType), idProperty, definitions);
    return {
      ...{ idProperty, definitions, duplicates, invalidValues, operation, skipUnchanged, rules },
      ...{ hubspotRefuses, deals, earlier: new Map() },
    };
  }

  function spoiledSheet() {
    if (request.bad === 0) return { sheet: given, spoiled: new Map<number, Spoiler>(), baits: [] };
    const { sheet: baited, baits } = addBaits(given, objectType, store);
    const known = circumstancesNow();
    const rows = rowsOf(columns);
    // Rows of one record have a reason to fail already where none of them is written.
    const policy = duplicates === 'reject' ? 'reject' : 'sequence';
    const all = { ...known, duplicates: policy, operation: 'upsert' } as const;
    const { refused } = expectedOf(rows, all);
    const goodRows = [...rows.keys()].filter((row) => !refused.has(row));
    const { definitions } = known;
    const spoilable = { idProperty, idIndexes, columns, definitions, baits, goodRows };
    const done = spoil(baited, request.bad, spoilable, SEED);
    takeSerials(done.spoiled, objectType, store);
    return { ...done, baits };
  }
}

/** Is there nothing to see where HubSpot has none of the records yet? */
function findsRecords({ operation, dryRun }: Request): boolean {
  return dryRun || operation !== 'upsert';
}

function templateOf({ idColumn, idTemplate }: Request): string | undefined {
  return idTemplate ?? (idColumn === undefined ? undefined : `{${idColumn}}`);
}
