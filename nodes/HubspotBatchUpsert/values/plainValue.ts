import { Invalid } from './converted';
import { toScalar } from './scalar';
import type { Scalar } from './scalarForm';

/** A single value, or null where there is none. */
export type Plain = Scalar | null;

/** Takes a value of an item for a single one or a list of such, or says why it is neither. */
export function toPlainValue(value: unknown): Plain | Plain[] | Invalid {
  if (!Array.isArray(value)) return toPlain(value);
  const list: Plain[] = [];
  for (const entry of value as unknown[]) {
    const plain = toPlain(entry);
    if (plain instanceof Invalid) return plain;
    list.push(plain);
  }
  return list;
}

function toPlain(value: unknown): Plain | Invalid {
  return value === null || value === undefined ? null : toScalar(value);
}
