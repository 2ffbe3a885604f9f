/**
 * Reads what HubSpot sends without trusting it: any field may be missing, of another type, or
 * there where no specification puts it.
 */

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A list of texts under one name of an error's context, e.g. `objectWriteTraceId`. */
export function contextTexts(context: Record<string, unknown> | undefined, name: string): string[] {
  const value = context && Object.hasOwn(context, name) ? context[name] : undefined;
  const entries = Array.isArray(value) ? (value as unknown[]) : [value];
  return entries
    .filter((entry) => typeof entry === 'string' || typeof entry === 'number')
    .map(String);
}

/** The errors of a list, also where one stands in its place, or texts alone stand in it. */
export function errorsOf(value: unknown): Array<Record<string, unknown>> {
  if (isRecord(value)) return Object.keys(value).length > 0 ? [value] : [];
  return listOf(value).flatMap((entry) => {
    if (typeof entry === 'string') return entry.trim() === '' ? [] : [{ message: entry }];
    return isRecord(entry) ? [entry] : [];
  });
}

const LIST_AS_TEXT = /^\s*\[(.*)\]\s*$/s;

/** The entries of a list that was made text, "[a, b]"; any other text is the only one. */
export function entriesInText(text: string): string[] {
  const list = LIST_AS_TEXT.exec(text)?.[1];
  if (list === undefined) return [text];
  return list.split(',').map((entry) => entry.trim().replace(/^"(.*)"$/s, '$1'));
}

/**
 * What is found by texts, or by the entries of those that are lists made text. A text that finds
 * something as it stands is no list: the user's own ids may look like one.
 */
export function listedIn<Found>(
  texts: readonly string[],
  find: (text: string) => Found | undefined,
): Found[] {
  return texts.flatMap((text) => {
    const exact = find(text);
    if (exact !== undefined) return [exact];
    return entriesInText(text).flatMap((entry) => find(entry) ?? []);
  });
}
