import type { Crm } from '../hubspot/crm/crm';
import type { PropertyDefinition } from '../hubspot/properties/definition';
import type { Column } from './columns';
import type { Row } from './csvFile';
import { withoutDecimalComma } from './decimalComma';
import { UnusableInput } from './unusableInput';

export type Definitions = ReadonlyMap<string, PropertyDefinition>;

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)$/;

/**
 * Makes the custom properties that mapped columns name and the account lacks, as somebody would in
 * HubSpot's settings before an import, and the unique one that identifies the records.
 *
 * @returns the definitions created
 * @throws UnusableInput when `idProperty` exists and is not unique
 */
export function createMissing(
  store: Crm,
  objectType: string,
  idProperty: string,
  columns: readonly Column[],
  rows: readonly Row[],
  decimalComma: boolean,
): PropertyDefinition[] {
  const existing = definitionsOf(store, objectType);
  const id = existing.get(idProperty);
  if (id && !id.hasUniqueValue && !(objectType === 'contacts' && idProperty === 'email')) {
    const unique = [...existing.values()].filter((property) => property.hasUniqueValue);
    throw new UnusableInput(
      `--id-property ${idProperty} is not unique; unique are: ${unique.map(({ name }) => name).join(', ') || 'none, so name a new one'}`,
    );
  }
  const missing = columns.filter(
    ({ isMapped, property }) => isMapped && property !== idProperty && !existing.has(property),
  );
  const guessed = missing.map((column) => {
    const values = rows.map(({ cells }) => cells[column.index] ?? '');
    return store.addProperty(objectType, {
      name: column.property,
      ...guessType(column, values, decimalComma),
    });
  });
  if (id) return guessed;
  return [store.addProperty(objectType, { name: idProperty, hasUniqueValue: true }), ...guessed];
}

/** The definitions of an object type by internal name. */
export function definitionsOf(store: Crm, objectType: string): Definitions {
  return new Map(store.properties(objectType).map((property) => [property.name, property]));
}

/** A column is of numbers only if all of it is: a guess must not turn a good row into a bad one. */
function guessType({ date }: Column, values: readonly string[], decimalComma: boolean) {
  if (date) return { type: date.hasTime ? 'datetime' : 'date', fieldType: 'date' } as const;
  const filled = values.filter((value) => value.trim() !== '');
  const isNumber = (value: string) =>
    NUMBER.test((decimalComma ? withoutDecimalComma(value) : value).trim());
  return filled.length > 0 && filled.every(isNumber)
    ? ({ type: 'number', fieldType: 'number' } as const)
    : ({ type: 'string', fieldType: 'text' } as const);
}
