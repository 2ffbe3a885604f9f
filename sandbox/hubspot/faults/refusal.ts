import { json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { errorBody } from '../answers/errors';
import { batchAnswer } from '../endpoints/batchAnswer';
import { isObject, textOf } from '../json';
import type { AnswerFault } from './fault';

type Refusal = Extract<AnswerFault, { kind: 'refusal' }>;
type Fields = Record<string, unknown>;

/** What every record of a batch is told: once for all of them, or each for itself in a 207. */
export function refusalAnswer(fault: Refusal, request: unknown): Answer {
  const list = isObject(request) && Array.isArray(request.inputs) ? request.inputs : [];
  const inputs = (list as unknown[]).filter(isObject);
  if (fault.per !== 'record') {
    const refused = refusalOf(fault, inputs[0] ?? {}, inputs.length);
    return json(fault.status ?? 400, errorBody(refused.message, refused));
  }
  const errors = inputs.map((input) => ({
    status: 'error',
    ...refusalOf(fault, input, inputs.length),
    context: { ...tracedBy(input), ...fault.context },
  }));
  const now = Date.now();
  return batchAnswer({ results: [], errors, startedAt: now, completedAt: now });
}

function tracedBy({ objectWriteTraceId, from }: Fields) {
  return from === undefined ? { objectWriteTraceId: [objectWriteTraceId] } : {};
}

function idIn(input: unknown): string {
  const { id, properties } = isObject(input) ? input : {};
  return textOf(id ?? (isObject(properties) ? Object.values(properties)[0] : undefined)) ?? '';
}

function refusalOf(
  { message, category, code, property, context }: Refusal,
  input: Fields,
  count: number,
) {
  const sentence = message
    .replaceAll('{id}', idIn(input))
    .replaceAll('{from}', idIn(input.from))
    .replaceAll('{to}', idIn(input.to))
    .replaceAll('{count}', String(count));
  const refused = {
    message: sentence,
    category: category === null ? undefined : (category ?? 'VALIDATION_ERROR'),
    context,
  };
  if (code === undefined && property === undefined) return refused;
  const where: Record<string, string[]> =
    property === undefined ? {} : { propertyName: [property] };
  return {
    ...refused,
    message: 'Property values were not valid',
    errors: [{ message: sentence, code, context: where }],
  };
}
