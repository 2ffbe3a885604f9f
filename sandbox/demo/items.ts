import type { INodeExecutionData } from 'n8n-workflow';
import type { Column } from './columns';
import type { Row, Sheet } from './csvFile';
import { withoutDecimalComma } from './decimalComma';
import type { IdOf } from './idTemplate';
import type { Definitions } from './properties';

/** An item of the workflow, as a spreadsheet gives it: texts only. */
export type Item = INodeExecutionData & { json: Record<string, string> };

/** How rows become items. */
export interface ItemPlan {
  columns: readonly Column[];
  idProperty: string;
  idOf: IdOf;
  definitions: Definitions;
  decimalComma: boolean;
}

/**
 * The items that a "read the spreadsheet" and an "edit fields" node would hand on: values by
 * property name, dates in ISO 8601, numbers with a point, everything else as it stands in the file.
 */
export function toItems({ header, rows }: Sheet, plan: ItemPlan): Item[] {
  const indexes = new Map(header.map((name, index) => [name, index]));
  return rows.map((row) => {
    const values = plan.columns.map(
      (column) => [column.property, valueOf(row, column, plan)] as const,
    );
    const id = plan.idOf((column) => row.cells[indexes.get(column) ?? -1] ?? '');
    return { json: { ...Object.fromEntries(values), [plan.idProperty]: id } };
  });
}

function valueOf({ cells }: Row, column: Column, { definitions, decimalComma }: ItemPlan): string {
  const text = cells[column.index] ?? '';
  if (column.date) return column.date.toIso(text) ?? text;
  const isNumber = definitions.get(column.property)?.type === 'number';
  return isNumber && decimalComma ? withoutDecimalComma(text) : text;
}
