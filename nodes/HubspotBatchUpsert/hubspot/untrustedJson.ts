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
