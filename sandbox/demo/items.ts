import type { INodeExecutionData } from 'n8n-workflow';
import type { Column } from './columns';
import type { CellsByProperty } from './expectation';
import type { Cell, Row, Sheet } from './file/sheet';
import type { IdOf } from './idTemplate';

/** An item of the workflow, with cells as they stand in the file. */
export type Item = INodeExecutionData & { json: Record<string, Cell> };

/** How rows become items. */
export interface ItemPlan {
  columns: readonly Column[];
  idProperty: string;
  /** Undefined where the column of the id is found by its name. */
  idOf: IdOf | undefined;
}

/** The items that "Extract from File" hands on, with mapped columns renamed and the id put together. */
export function toItems(sheet: Sheet, plan: ItemPlan): Item[] {
  return sheet.rows.map((row) => ({ json: cellsBy('field', row, sheet, plan) }));
}

/** The cells of every row by the property that they are for. */
export function toCells(sheet: Sheet, plan: ItemPlan): CellsByProperty[] {
  return sheet.rows.map((row) => cellsBy('property', row, sheet, plan));
}

function cellsBy(
  key: 'field' | 'property',
  { cells }: Row,
  { header }: Sheet,
  { columns, idProperty, idOf }: ItemPlan,
): Record<string, Cell> {
  const values = Object.fromEntries(
    columns.map((column) => [column[key], cells[column.index] ?? '']),
  );
  if (idOf === undefined) return values;
  return { ...values, [idProperty]: idOf((name) => String(cells[header.indexOf(name)] ?? '')) };
}
