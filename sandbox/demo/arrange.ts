import type { Crm, RecordSnapshot } from '../hubspot/crm/crm';
import { addBaits, takeSerials } from './baits';
import { planColumns, requireColumn, requirePropertyName, type Column } from './columns';
import type { Request } from './commandLine';
import type { Sheet } from './csvFile';
import { expectedOf } from './expectation';
import { hubspotRefusals, type HubspotRefuses } from './hubspotRefuses';
import { columnsOf, idTemplate } from './idTemplate';
import { toItems, type Item } from './items';
import { createMissing, definitionsOf, type Definitions } from './properties';
import { spoil, type Spoiler } from './spoil';
import { UnusableInput } from './unusableInput';

/** All that is settled before the node starts. */
export interface Arrangement {
  /** The file's rows, some of them spoiled if that was asked for. */
  sheet: Sheet;
  /** What was made wrong with a row, by its index. */
  spoiled: ReadonlyMap<number, Spoiler>;
  items: Item[];
  definitions: Definitions;
  /** The records that are there already. */
  before: readonly RecordSnapshot[];
  hubspotRefuses: HubspotRefuses;
  /** Properties that had to be made. */
  created: readonly string[];
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
  const { objectType, idProperty, decimalComma } = request;
  if (!store.table(objectType)) {
    throw new UnusableInput(`--object-type '${objectType}': HubSpot has no such object type`);
  }
  requirePropertyName(idProperty, `--id-property '${idProperty}'`);
  const columns = planColumns(given.header, request.maps, request.dates);
  const template = templateOf(request, columns);
  for (const column of columnsOf(template)) {
    requireColumn(given.header, column, request.idTemplate ? '--id-template' : '--id');
  }
  const idOf = idTemplate(template);

  const made = createMissing(store, objectType, idProperty, columns, given.rows, decimalComma);
  const idIndexes = columnsOf(template).map((column) => given.header.indexOf(column));
  const { sheet, spoiled, baits } = spoiledSheet();
  const definitions = definitionsOf(store, objectType);
  const all = [...columns, ...baits.map(({ column }) => column)];
  const items = toItems(sheet, { columns: all, idProperty, idOf, definitions, decimalComma });
  const before = store.records(objectType);
  return {
    sheet,
    spoiled,
    items,
    definitions,
    before,
    hubspotRefuses: hubspotRefusals(before, idProperty, definitions),
    created: made.map(({ name, type }) => `${name} (${type})`),
    ignored: columns
      .filter(
        ({ name, property }) => !definitions.has(property) && !columnsOf(template).includes(name),
      )
      .map(({ name }) => name),
  };

  function spoiledSheet() {
    if (request.bad === 0) return { sheet: given, spoiled: new Map<number, Spoiler>(), baits: [] };
    const { sheet: baited, baits } = addBaits(given, objectType, store);
    const known = definitionsOf(store, objectType);
    const plan = { columns, idProperty, idOf, definitions: known, decimalComma };
    const rows = toItems(given, plan).map(({ json }) => json);
    const refuses = hubspotRefusals(store.records(objectType), idProperty, known);
    const { refused } = expectedOf(rows, idProperty, known, 'sequence', refuses);
    const goodRows = [...rows.keys()].filter((row) => !refused.has(row));
    const spoilable = { idProperty, idIndexes, columns, definitions: known, baits, goodRows };
    const done = spoil(baited, request.bad, spoilable, SEED);
    takeSerials(done.spoiled, objectType, store);
    return { ...done, baits };
  }
}

function templateOf({ idColumn, idTemplate, idProperty }: Request, columns: readonly Column[]) {
  if (idTemplate !== undefined) return idTemplate;
  const column = idColumn ?? columns.find(({ property }) => property === idProperty)?.name;
  if (column !== undefined) return `{${column}}`;
  throw new UnusableInput(
    `no column is ${idProperty}: name the column that identifies a row with --id, or several with --id-template`,
  );
}
