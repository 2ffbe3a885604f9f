import { isObject, textOf } from '../json';

type Fields = Record<string, unknown>;

const INVALID_VALUES = /^Property values were not valid: (\[.*\])$/s;

/** Whose each trace id of a batch is. */
export function idsByTraceId(request: unknown): ReadonlyMap<string, string> {
  const inputs: unknown[] =
    isObject(request) && Array.isArray(request.inputs) ? request.inputs : [];
  return new Map(
    inputs
      .filter(isObject)
      .map(({ objectWriteTraceId, id }) => [String(objectWriteTraceId), String(id)]),
  );
}

/** An entry of `errors` with `context.ids` in the place of the trace id. */
export function namingId(error: Fields, ids: ReadonlyMap<string, string>): Fields {
  const traceIds = isObject(error.context) ? error.context.objectWriteTraceId : undefined;
  const [traceId] = Array.isArray(traceIds) ? (traceIds as unknown[]) : [];
  const id = ids.get(textOf(traceId) ?? '');
  return id === undefined ? error : { ...error, context: { ids: [id] } };
}

/** An entry of `errors` that says what is wrong with which property, and not with which record. */
export function namingProperties(error: Fields): Fields {
  const details: unknown = JSON.parse(
    INVALID_VALUES.exec(textOf(error.message) ?? '')?.[1] ?? '[]',
  );
  const named = (Array.isArray(details) ? details : []).filter(isObject);
  return {
    ...error,
    context: {},
    errors: named.map(({ message, error: code, name }) => ({
      message,
      code,
      context: { propertyName: [name] },
    })),
  };
}
