import type { IExecuteFunctions } from 'n8n-workflow';

/** A parameter's value for each item, and whether it can differ between items. */
export interface PerItem<Value> {
  varies: boolean;
  /** @throws Error where the item's expression cannot be evaluated. */
  at: (index: number) => Value;
}

/**
 * Reads a parameter item by item where it holds an expression, and once where it does not:
 * evaluating is by far the dearest thing that a node does with an item.
 *
 * @param take What is made of the parameter's value.
 */
export function perItem<Value>(
  context: IExecuteFunctions,
  name: string,
  fallback: unknown,
  take: (value: unknown) => Value,
): PerItem<Value> {
  const raw: unknown = context.getNodeParameter(name, 0, fallback, { rawExpressions: true });
  const read = (index: number): Value =>
    take(context.getNodeParameter(name, index, fallback, { skipValidation: true }));
  if (holdsExpression(raw)) return { varies: true, at: read };
  const value = read(0);
  return { varies: false, at: () => value };
}

function holdsExpression(value: unknown): boolean {
  if (typeof value === 'string') return value.startsWith('=');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsExpression);
}
