import { showInvisible } from './invisible';
import { scalarForm } from './scalarForm';

/** Stands for a value that holds itself, or whose own methods fail. */
export const NOT_IN_JSON = 'an object that JSON cannot show';

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
  if (typeof value === 'bigint' || typeof value === 'symbol') return value.toString();
  try {
    const form = typeof value === 'object' && value !== null ? scalarForm(value) : undefined;
    if (form instanceof Date) return String(form.toJSON());
    return form === undefined ? (JSON.stringify(value) ?? typeof value) : String(form);
  } catch {
    return NOT_IN_JSON;
  }
}
