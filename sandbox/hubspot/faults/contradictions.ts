import { isObject, textOf } from '../json';

type Fields = Record<string, unknown>;

const FIRST_INVENTED_ID = 98_000_000_000;

/** Each result with the trace id of the next, so that a result's own key contradicts it. */
export function swappedTraceIds(results: readonly Fields[]): Fields[] {
  return results.map((result, index) => ({
    ...result,
    objectWriteTraceId: results[(index + 1) % results.length]!.objectWriteTraceId,
  }));
}

/**
 * A result for every record that an error names, as if it had been created; with `new` where the
 * input names an idProperty, as those of upserts do.
 */
export function resultsBesideErrors(errors: readonly Fields[], request: unknown): Fields[] {
  const inputs: unknown[] =
    isObject(request) && Array.isArray(request.inputs) ? request.inputs : [];
  const byTraceId = new Map(
    inputs.filter(isObject).map((input) => [textOf(input.objectWriteTraceId), input]),
  );
  return errors.flatMap((error, index) => {
    const traceId = traceIdOf(error);
    const input = traceId === undefined ? undefined : byTraceId.get(traceId);
    return input === undefined ? [] : [invented(input, String(FIRST_INVENTED_ID + index))];
  });
}

/** The trace id in an error's context. */
export function traceIdOf({ context }: Fields): string | undefined {
  const traceIds = isObject(context) ? context.objectWriteTraceId : undefined;
  return Array.isArray(traceIds) ? textOf((traceIds as unknown[])[0]) : undefined;
}

function invented({ properties, idProperty, id, objectWriteTraceId }: Fields, recordId: string) {
  const at = new Date().toISOString();
  return {
    id: recordId,
    properties: {
      ...(isObject(properties) ? properties : {}),
      [textOf(idProperty) ?? 'hs_object_id']: id,
      hs_object_id: recordId,
    },
    createdAt: at,
    updatedAt: at,
    archived: false,
    ...(idProperty !== undefined && { new: true }),
    objectWriteTraceId,
  };
}
