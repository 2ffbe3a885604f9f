import type { IExecuteFunctions } from 'n8n-workflow';
import { evaluatorOf, holdsExpression } from './expression';

/** A parameter's value for each item, and whether it can differ between items. */
export interface PerItem<Value> {
  varies: boolean;
  /** @throws Error where the item's expression cannot be evaluated. */
  at: (index: number) => Value;
}

/**
 * Makes a parameter readable item by item.
 *
 * @param take What is made of the parameter's value, once where it holds no expression.
 */
export function perItem<Value>(
  context: IExecuteFunctions,
  raw: unknown,
  take: (value: unknown) => Value,
): PerItem<Value> {
  const evaluate = evaluatorOf(context, raw);
  if (holdsExpression(raw)) return { varies: true, at: (index) => take(evaluate(index)) };
  const value = take(raw);
  return { varies: false, at: () => value };
}
