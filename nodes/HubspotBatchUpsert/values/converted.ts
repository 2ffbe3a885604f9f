/** What became of one value: the text that HubSpot stores, nothing to send, or a reason why not. */
export type Converted = { kind: 'text'; text: string } | { kind: 'omit' } | Invalid;

export interface Invalid {
  kind: 'invalid';
  /** What is wrong with the value and what to write instead. */
  reason: string;
}

export function text(value: string): Converted {
  return { kind: 'text', text: value };
}

export function invalid(reason: string): Invalid {
  return { kind: 'invalid', reason };
}

/** A value as it may stand in a message: short, on one line. */
export function quote(value: unknown): string {
  const line = describe(value).replace(/\s+/g, ' ');
  return `"${line.length > 60 ? `${line.slice(0, 57)}...` : line}"`;
}

function describe(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return String(value.toJSON());
  if (typeof value === 'bigint' || typeof value === 'symbol') return value.toString();
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return 'an object that holds itself';
  }
}
