import { randomUUID } from 'node:crypto';
import type { Answer } from '../answers/answer';
import { isObject } from '../json';
import { resultsBesideErrors, swappedTraceIds } from './contradictions';
import type { BatchFault } from './fault';
import { idsByTraceId, namingAll, namingId, namingOnTop, namingProperties } from './namedOtherwise';
import { withFields, withNested } from './oddFields';

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
    case 'swapTraceIds':
      return { results: swappedTraceIds(results) };
    case 'resultsBesideErrors':
      return { results: [...results, ...resultsBesideErrors(errors, request)] };
    case 'foreignResults':
      return { results: [...results, ...foreign(results, fault.count ?? 1)] };
    case 'changeCase':
      return { results: results.map((result) => inUpperCase(result, fault.property)) };
    case 'errorsWithoutContext':
      return { errors: errors.map((error) => without(error, 'context')) };
    case 'errorsNameIds':
      return { errors: errors.map((error) => namingId(error, idsByTraceId(request))) };
    case 'errorsNameOnTop':
      return { errors: errors.map(namingOnTop) };
    case 'oneErrorNamesAll':
      return named(namingAll(errors, fault.sentences));
    case 'errorsSay':
      return { errors: errors.map((error) => saying(error, fault)) };
    case 'errorsNameProperties':
      return { errors: errors.map(namingProperties) };
    case 'foreignTraceIds':
      return { errors: errors.map((error) => ({ ...error, context: foreignContext() })) };
    case 'extraErrors':
      return {
        errors: [...errors, ...Array.from({ length: fault.count }, strangersError)],
        numErrors: errors.length + fault.count,
      };
    case 'oddFields':
      return { results: withFields(results, fault.name, fault.fields) };
    case 'nested':
      return {
        results: results.map((result) => withNested(result, fault.depth)),
        ...(body.errors && { errors: errors.map((error) => withNested(error, fault.depth)) }),
      };
    case 'numErrors':
      return { numErrors: fault.numErrors };
    case 'batchStatus':
      return { status: fault.status };
  }
}

/** An entry with another sentence, and without details, which would contradict it. */
function saying(error: Fields, { message, category }: Extract<BatchFault, { kind: 'errorsSay' }>) {
  return { ...without(error, 'errors'), message, category: category ?? error.category };
}

function named(errors: Fields[]): Fields {
  return { errors, numErrors: errors.length };
}

function without(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => field !== name));
}

function foreign(results: Fields[], count: number): Fields[] {
  return Array.from({ length: count }, (_, index) => {
    const id = String(99_000_000_000 + index);
    if (isObject(results[0]?.to)) return { ...results[0], to: { id } };
    if (results[0]?.toObjectId !== undefined) return { ...results[0], toObjectId: id };
    const objectWriteTraceId = randomUUID();
    return { ...results[0], id, properties: { hs_object_id: id }, objectWriteTraceId };
  });
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
