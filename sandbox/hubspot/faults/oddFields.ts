type Fields = Record<string, unknown>;

/** Entries of a list with other fields where the entry has that `name`. */
export function withFields(list: readonly Fields[], name: string, fields: Fields): Fields[] {
  return list.map((entry) => (entry.name === name ? { ...entry, ...fields } : entry));
}

/** An entry with one more field, that holds objects and lists in turn down to a depth. */
export function withNested(entry: Fields, depth: number): Fields {
  let inner: unknown = 'the innermost';
  for (let level = depth; level > 0; level--) inner = level % 2 ? { inner } : [inner];
  return { ...entry, nested: inner };
}
