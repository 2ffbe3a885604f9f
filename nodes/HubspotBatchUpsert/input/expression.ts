import type { IExecuteFunctions } from 'n8n-workflow';
import { fieldAt, fieldNamedBy, NOT_PLAIN } from './fieldReference';

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
export function evaluatorOf(context: IExecuteFunctions, raw: unknown): Evaluator {
  if (isExpression(raw)) return ofExpression(context, raw);
  if (!holdsExpression(raw)) return () => raw;
  if (Array.isArray(raw)) {
    const entries = raw.map((entry) => evaluatorOf(context, entry));
    return (index) => entries.map((evaluate) => evaluate(index));
  }
  const fields = raw as Record<string, unknown>;
  const varying = Object.entries(fields)
    .filter(([, part]) => holdsExpression(part))
    .map(([name, part]): [string, Evaluator] => [name, evaluatorOf(context, part)]);
  return (index) => {
    const whole = { ...fields };
    for (const [name, evaluate] of varying) whole[name] = evaluate(index);
    return whole;
  };
}

/**
 * Evaluating takes n8n some 50 microseconds, more than all else that is done with an item. A field
 * of the item that an expression only names is therefore read from it.
 */
function ofExpression(context: IExecuteFunctions, expression: string): Evaluator {
  const evaluate: Evaluator = (index) => context.evaluateExpression(expression.slice(1), index);
  const path = fieldNamedBy(expression);
  if (path === undefined) return evaluate;
  const items = context.getInputData();
  const read: Evaluator = (index) => fieldAt(items[index]?.json, path);
  if (!isSameForFirst(evaluate, read)) return evaluate;
  return (index) => {
    const field = read(index);
    return field === NOT_PLAIN ? evaluate(index) : field;
  };
}

/** An agent's tool, for one, runs where `$json` is not the node's own item: n8n has the say. */
function isSameForFirst(evaluate: Evaluator, read: Evaluator): boolean {
  const field = read(0);
  try {
    return field === NOT_PLAIN || Object.is(evaluate(0), field);
  } catch {
    return false;
  }
}

function isExpression(raw: unknown): raw is string {
  return typeof raw === 'string' && raw.startsWith('=');
}
