import type { PropertyDefinitions } from '../hubspot/propertyDefinitions';

/**
 * The property that a field's name stands for, going by its name or label without regard to case,
 * blanks, punctuation and a byte order mark; undefined where none fits, or more than one.
 */
export function likelyProperty(
  field: string,
  definitions: PropertyDefinitions,
): string | undefined {
  const wanted = letters(field);
  if (definitions === undefined || wanted === '') return undefined;
  const fitting = [...definitions.values()].filter(({ name, label = '' }) =>
    [name, label].some((known) => letters(known) === wanted),
  );
  return fitting.length === 1 ? fitting[0]?.name : undefined;
}

/** The field of an item that looks like a property, though it is named otherwise. */
export function fieldLike(
  property: string,
  fields: object,
  definitions: PropertyDefinitions,
): string | undefined {
  const names = [property, definitions?.get(property)?.label ?? ''].map(letters);
  const [only, ...others] = Object.keys(fields).filter(
    (field) => field !== property && letters(field) !== '' && names.includes(letters(field)),
  );
  return others.length === 0 ? only : undefined;
}

function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
