import type { Crm } from '../hubspot/crm/crm';
import { propertyOptions, type PropertyDefinition } from '../hubspot/properties/definition';
import type { Column } from './columns';
import type { Sheet } from './file/sheet';
import { guessType, type Guess } from './guessType';
import type { ValueRules } from './secondOpinion/valueRules';
import { UnusableInput } from './unusableInput';

export type Definitions = ReadonlyMap<string, PropertyDefinition>;

/** A property that was made, and what else it could be. */
export interface MadeProperty {
  name: string;
  type: PropertyDefinition['type'];
  /** What the column would be under another choice, in words. */
  otherwise?: string;
}

/**
 * Makes the custom properties that mapped columns name and the account lacks, as somebody would in
 * HubSpot's settings before an import, and the unique one that identifies the records.
 *
 * @throws UnusableInput when `idProperty` exists and is not unique
 */
export function createMissing(
  store: Crm,
  objectType: string,
  idProperty: string,
  columns: readonly Column[],
  sheet: Sheet,
  rules: ValueRules,
): MadeProperty[] {
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
  const guessed = missing.map(({ index, property }): MadeProperty => {
    const cells = sheet.rows.map((row) => row.cells[index] ?? '');
    const { otherwise, ...draft }: Guess = guessType(cells, rules, sheet.dateColumns.has(index));
    const { name, type } = store.addProperty(objectType, { name: property, ...draft });
    return { name, type, otherwise };
  });
  if (id) return guessed;
  const { name, type } = store.addProperty(objectType, { name: idProperty, hasUniqueValue: true });
  return [{ name, type }, ...guessed];
}

/** The definitions of an object type by internal name, with the account's owners as options. */
export function definitionsOf(store: Crm, objectType: string): Definitions {
  const owners = [...store.owners.values()].filter(({ archived }) => !archived);
  const options = propertyOptions(Object.fromEntries(owners.map(({ id, email }) => [id, email])));
  return new Map(
    store
      .properties(objectType)
      .map((property) => [
        property.name,
        property.referencedObjectType === 'OWNER' ? { ...property, options } : property,
      ]),
  );
}
