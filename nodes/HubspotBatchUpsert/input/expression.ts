import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { fieldAt, fieldNamedBy, NOT_PLAIN } from './fieldReference';

/** What expressions are about. */
export interface Source {
  context: Pick<IExecuteFunctions, 'evaluateExpression'>;
  input: readonly INodeExecutionData[];
}

/** Gives what a parameter says for one item. Throws Error where that cannot be evaluated. */
export type Evaluator = (index: number) => unknown;

/** Is the value an expression, or is there one in it? */
export function holdsExpression(raw: unknown): boolean {
  if (typeof raw === 'object' && raw !== null) return Object.values(raw).some(holdsExpression);
  return isExpression(raw);
}

/**
 * The evaluator of what stands in a parameter. What holds no expression is the same for every item.
 *
 * @param raw The parameter as the workflow holds it.
 */
export function evaluatorOf(source: Source, raw: unknown): Evaluator {
  if (isExpression(raw)) return ofExpression(source, raw);
  if (!holdsExpression(raw)) return () => raw;
  if (Array.isArray(raw)) {
    const entries = raw.map((entry) => evaluatorOf(source, entry));
    return (index) => entries.map((evaluate) => evaluate(index));
  }
  const fields = raw as Record<string, unknown>;
  const parts = Object.entries(fields).map(([name, part]): [string, Evaluator] => [
    name,
    evaluatorOf(source, part),
  ]);
  return (index) => {
    const whole = { ...fields };
    for (const [name, evaluate] of parts) whole[name] = evaluate(index);
    return whole;
  };
}

/**
 * Evaluating takes n8n some 50 microseconds, more than all else that is done with an item. A field
 * of the item that an expression only names is therefore read from it, once n8n has been seen to
 * read the same: it refuses some names, and `$json` is not the node's own item everywhere.
 */
function ofExpression({ context, input }: Source, expression: string): Evaluator {
  const evaluate: Evaluator = (index) => context.evaluateExpression(expression.slice(1), index);
  const path = fieldNamedBy(expression);
  if (path === undefined) return evaluate;
  let agrees: boolean | undefined;
  return (index) => {
    const field = fieldAt(input[index]?.json, path);
    if (agrees === false || field === NOT_PLAIN) return evaluate(index);
    if (agrees) return field;
    agrees = false; // for good, should n8n throw
    const evaluated = evaluate(index);
    agrees = Object.is(evaluated, field);
    return evaluated;
  };
}

function isExpression(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.startsWith('=');
}
