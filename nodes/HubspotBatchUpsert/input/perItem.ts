import { evaluatorOf, holdsExpression, type Source } from './expression';

/** A parameter's value for each item, and whether it can differ between items. */
export interface PerItem<Value> {
  varies: boolean;
  /** @throws Error where the item's expression cannot be evaluated. */
  at: (index: number) => Value;
}

/**
 * Makes a parameter readable item by item.
 *
 * @param raw The parameter as the workflow holds it.
 * @param take What is made of its value, once where it holds no expression.
 */
export function perItem<Value>(
  source: Source,
  raw: unknown,
  take: (value: unknown) => Value,
): PerItem<Value> {
  if (!holdsExpression(raw)) {
    const value = take(raw);
    return { varies: false, at: () => value };
  }
  const evaluate = evaluatorOf(source, raw);
  return { varies: true, at: (index) => take(evaluate(index)) };
}
