import type { PropertyDefinition, PropertyType } from '../properties/definition';
import type { CrmRecord } from './objectTable';
import type { ObjectType } from './objectTypes';

/** One condition of a search (OpenAPI: Filter). */
export interface SearchFilter {
  definition: PropertyDefinition;
  operator: SearchOperator;
  /** One for `EQ`, several for `IN`, none for the others. */
  values: string[];
}

/** Those that the sandbox knows; HubSpot has more. */
export const SEARCH_OPERATORS = ['EQ', 'IN', 'HAS_PROPERTY', 'NOT_HAS_PROPERTY'] as const;
export type SearchOperator = (typeof SEARCH_OPERATORS)[number];

/** A value in the form in which values of its type are compared. */
const COMPARED: Record<PropertyType, (text: string) => string> = {
  string: (text) => text.toLowerCase(),
  phone_number: (text) => text.toLowerCase(),
  number: (text) => String(Number(text)),
  date: (text) => String(instant(text)),
  datetime: (text) => String(instant(text)),
  bool: (text) => text.toLowerCase(),
  enumeration: (text) => text,
};

/**
 * Whether records fit a filter. Case does not matter, says HubSpot, but for options, and for text that
 * is searched with `IN`: there its values must be in lower case.
 *
 * @param findsUpperCase Whether other values of `IN` find something, too.
 */
export function fitsFilter(
  { definition, operator, values }: SearchFilter,
  type: ObjectType,
  findsUpperCase: boolean,
): (record: CrmRecord) => boolean {
  const { name } = definition;
  const compared = COMPARED[definition.type];
  const isExact = operator === 'IN' && definition.type === 'string' && !findsUpperCase;
  const wanted = new Set(isExact ? values : values.map(compared));
  return (record) => {
    const value = valueOf(record, name, type);
    if (operator === 'HAS_PROPERTY') return value !== undefined;
    if (operator === 'NOT_HAS_PROPERTY') return value === undefined;
    if (value === undefined) return false;
    const held = definition.fieldType === 'checkbox' ? value.split(';') : [value];
    return held.some((one) => wanted.has(compared(one)));
  };
}

/** What a record has in a property, also in one that HubSpot keeps itself. */
export function valueOf(
  { id, properties, createdAt, updatedAt }: CrmRecord,
  name: string,
  { createdProperty, modifiedProperty }: ObjectType,
): string | undefined {
  if (name === 'hs_object_id') return id;
  if (name === createdProperty) return createdAt;
  if (name === modifiedProperty) return updatedAt;
  return properties.get(name);
}

function instant(text: string): number {
  return /^-?\d+$/.test(text) ? Number(text) : Date.parse(text);
}
