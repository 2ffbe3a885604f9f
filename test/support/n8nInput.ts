import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

/** The parameters of the node as a workflow holds them, nested ones under their paths. */
export type Parameters = Record<string, unknown>;

/**
 * Stands for n8n where a node reads its parameters and evaluates expressions. Of expressions it knows
 * `{{ $json.name }}` and `{{ $itemIndex }}`; any other one fails, as in n8n, with an error.
 */
export function n8nInput(items: Array<IDataObject | undefined>, parameters: Parameters = {}) {
  const evaluated: string[] = [];
  const input = items.map((json) => ({ json }) as INodeExecutionData);
  const evaluateExpression = (expression: string, index: number) => {
    evaluated.push(`${expression} ${index}`);
    if (expression === '{{ $itemIndex }}') return index;
    const name = /^\{\{ \$json\.(\w+) \}\}$/.exec(expression)?.[1];
    if (name === undefined) throw new Error('fail is not defined');
    return input[index]?.json[name];
  };
  const getNodeParameter = (
    name: string,
    index: number,
    fallback: unknown,
    options?: { rawExpressions?: boolean },
  ): unknown => {
    const raw = Object.hasOwn(parameters, name) ? parameters[name] : fallback;
    const isExpression = typeof raw === 'string' && raw.startsWith('=');
    if (!isExpression || options?.rawExpressions) return raw;
    return evaluateExpression(raw.slice(1), index);
  };
  const getTimezone = () => 'Europe/Rome';
  const context = {
    evaluateExpression,
    getNodeParameter,
    getTimezone,
  } as unknown as IExecuteFunctions;
  return { context, input, evaluated };
}
