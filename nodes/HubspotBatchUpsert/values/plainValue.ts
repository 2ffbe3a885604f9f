import { Invalid } from './conversion';
import { trimInvisible } from './invisible';
import { toScalar } from './scalar';
import type { Scalar } from './scalarForm';

/** A single value, or null where there is none. */
export type Plain = Scalar | null;

/**
 * Takes a value of an item for a single one or a list of such. What is undefined, and an entry that
 * is, might as well not be there: n8n makes it of most expressions that fail.
 *
 * @returns Undefined where nothing is there; Invalid where it is neither.
 */
export function toPlainValue(value: unknown): Plain | Plain[] | Invalid | undefined {
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) return toPlain(value);
  const list: Plain[] = [];
  for (const entry of value as unknown[]) {
    if (entry === undefined) continue;
    const plain = toPlain(entry);
    if (plain instanceof Invalid) return plain;
    list.push(plain);
  }
  return list.length === 0 && value.length > 0 ? undefined : list;
}

/** Does the value say nothing? A list that came of splitting an empty text says no more than that. */
export function isBlank(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isBlank);
  if (typeof value === 'string') return trimInvisible(value) === '';
  return value === null || value === undefined;
}

function toPlain(value: unknown): Plain | Invalid {
  return value === null ? null : toScalar(value);
}
