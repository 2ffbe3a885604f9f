import { randomUUID } from 'node:crypto';
import type { Answer } from '../answers/answer';
import { isObject } from '../json';
import type { BatchFault } from './fault';
import { idsByTraceId, namingId, namingProperties } from './namedOtherwise';

type Fields = Record<string, unknown>;
type BatchBody = Fields & { results: Fields[]; errors?: Fields[] };

/**
 * The answer to a batch, made untrue; an answer to anything else stays as it is.
 *
 * @param request Body of the request, which says whose a trace id is.
 */
export function distort(answer: Answer, fault: BatchFault, request: unknown): Answer {
  const { body } = answer;
  return isBatch(body) ? { ...answer, body: { ...body, ...lie(body, fault, request) } } : answer;
}

function isBatch(body: unknown): body is BatchBody {
  return isObject(body) && Array.isArray(body.results);
}

function lie(body: BatchBody, fault: BatchFault, request: unknown): Fields {
  const { results, errors = [] } = body;
  switch (fault.kind) {
    case 'dropTraceIds':
      return { results: results.map((result) => without(result, 'objectWriteTraceId')) };
    case 'dropResults':
      return { results: results.slice(fault.count ?? results.length) };
    case 'duplicateResults':
      return { results: [...results, ...results] };
    case 'foreignResults':
      return { results: [...results, ...foreign(results, fault.count ?? 1)] };
    case 'changeCase':
      return { results: results.map((result) => inUpperCase(result, fault.property)) };
    case 'errorsWithoutContext':
      return { errors: errors.map((error) => without(error, 'context')) };
    case 'errorsNameIds':
      return { errors: errors.map((error) => namingId(error, idsByTraceId(request))) };
    case 'errorsNameProperties':
      return { errors: errors.map(namingProperties) };
    case 'foreignTraceIds':
      return { errors: errors.map((error) => ({ ...error, context: foreignContext() })) };
    case 'extraErrors':
      return {
        errors: [...errors, ...Array.from({ length: fault.count }, strangersError)],
        numErrors: errors.length + fault.count,
      };
    case 'numErrors':
      return { numErrors: fault.numErrors };
    case 'batchStatus':
      return { status: fault.status };
  }
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));
}

function foreign(results: Fields[], count: number): Fields[] {
  return Array.from({ length: count }, (_, index) => ({
    ...results[0],
    id: String(99_000_000_000 + index),
    properties: { hs_object_id: String(99_000_000_000 + index) },
    objectWriteTraceId: randomUUID(),
  }));
}

function inUpperCase(result: Fields, property: string | undefined): Fields {
  const properties = isObject(result.properties) ? Object.entries(result.properties) : [];
  const changed = properties.map(([name, value]) =>
    typeof value === 'string' && (property === undefined || property === name)
      ? [name, value.toUpperCase()]
      : [name, value],
  );
  return { ...result, properties: Object.fromEntries(changed) as Fields };
}

function strangersError(): Fields {
  return {
    status: 'error',
    category: 'VALIDATION_ERROR',
    message: 'Property values were not valid: []',
    context: foreignContext(),
  };
}

function foreignContext() {
  return { objectWriteTraceId: [randomUUID()] };
}
