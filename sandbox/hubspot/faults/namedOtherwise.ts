import { isObject, textOf } from '../json';
import { traceIdOf } from './contradictions';

type Fields = Record<string, unknown>;

const INVALID_VALUES = /^Property values were not valid: (\[.*\])$/s;

/** Whose each trace id of a batch is; what is to be created has no id. */
export function idsByTraceId(request: unknown): ReadonlyMap<string, string> {
  const inputs: unknown[] =
    isObject(request) && Array.isArray(request.inputs) ? request.inputs : [];
  return new Map(
    inputs
      .filter(isObject)
      .filter(({ id }) => id !== undefined)
      .map(({ objectWriteTraceId, id }) => [String(objectWriteTraceId), String(id)]),
  );
}

/** An entry of `errors` with `context.ids` in the place of the trace id. */
export function namingId(error: Fields, ids: ReadonlyMap<string, string>): Fields {
  const id = ids.get(traceIdOf(error) ?? '');
  return id === undefined ? error : { ...error, context: { ids: [id] } };
}

/** An entry of `errors` that says what is wrong with which property, and not with which record. */
export function namingProperties(error: Fields): Fields {
  return { ...error, context: {}, errors: detailsOf(error, {}) };
}

/** An entry of `errors` with its trace id beside its message instead of in the context. */
export function namingOnTop({ context, ...error }: Fields): Fields {
  const { objectWriteTraceId, ...rest } = isObject(context) ? context : {};
  const traceId = Array.isArray(objectWriteTraceId)
    ? (objectWriteTraceId as unknown[])[0]
    : undefined;
  return { ...error, context: rest, objectWriteTraceId: traceId };
}

/**
 * All entries of `errors` as one that names every record.
 *
 * @param sentences All of them in the message, or each in `errors` with the record that it is about.
 */
export function namingAll(errors: readonly Fields[], sentences: 'joined' | 'nested'): Fields[] {
  if (errors.length < 2) return [...errors];
  const context = { objectWriteTraceId: errors.map(traceIdOf) };
  const messages = errors.map(({ message }) => textOf(message) ?? '');
  return sentences === 'joined'
    ? [{ ...errors[0], message: messages.join('; '), context }]
    : [
        {
          ...errors[0],
          message: 'Some inputs were not valid',
          context,
          errors: errors.flatMap((error) =>
            detailsOf(error, { objectWriteTraceId: [traceIdOf(error)] }),
          ),
        },
      ];
}

/** What an entry says of properties, one by one; all that it says where it names none. */
function detailsOf({ message }: Fields, context: Fields): Fields[] {
  const json = INVALID_VALUES.exec(textOf(message) ?? '')?.[1];
  if (json === undefined) return [{ message, context }];
  const details = JSON.parse(json) as Fields[];
  return details.map(({ message: sentence, error: code, name }) => ({
    message: sentence,
    code,
    context: { ...context, propertyName: [name] },
  }));
}
