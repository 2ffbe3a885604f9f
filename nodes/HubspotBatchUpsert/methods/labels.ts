/** A label with the internal name behind it, which expressions and input fields go by. */
export function withName(label: string | undefined, name: string): string {
  return label && label !== name ? `${label} (${name})` : name;
}

/** Does any of the texts hold what the user typed into the search field? */
export function matches(filter: string | undefined, texts: readonly string[]): boolean {
  const wanted = (filter ?? '').trim().toLowerCase();
  return texts.some((text) => text.toLowerCase().includes(wanted));
}
