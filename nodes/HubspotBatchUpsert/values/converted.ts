import { showInvisible } from './invisible';

/** What became of one value: the text that HubSpot stores, a reason why not, or nothing to send. */
export type ConversionResult = string | Invalid | undefined;

/** A value that HubSpot could not store. */
export class Invalid {
  /** @param reason What is wrong with the value and what to write instead. */
  constructor(readonly reason: string) {}
}

/** A value as it may stand in a message: short, on one line, with what nobody sees written out. */
export function quote(value: unknown): string {
  const line = describe(value).replace(/[ \t\r\n\f\v]+/g, ' ');
  return `"${showInvisible(line.length > 60 ? `${start(line)}...` : line)}"`;
}

/** Cuts no character of two code units in half. */
function start(line: string): string {
  return line.slice(0, 57).replace(/[\ud800-\udbff]$/, '');
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
