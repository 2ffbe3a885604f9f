import { Refusal, json } from '../answers/answer';
import { errorBody, validationError } from '../answers/errors';
import type { WriteInput } from '../crm/writePlan';
import { isObject, textOf } from '../json';

/**
 * The entries of `inputs`, still raw. None where the body has no such list: HubSpot answers that
 * with COMPLETE and writes nothing (sample silent-noop).
 *
 * @throws Refusal where there are more than `limit` (shape: observed.400.too-many-inputs).
 */
export function rawInputs(body: unknown, limit: number): unknown[] {
  const inputs = isObject(body) && Array.isArray(body.inputs) ? (body.inputs as unknown[]) : [];
  if (inputs.length > limit) {
    throw new Refusal(
      validationError(
        `The maximum number of inputs supported in a batch is ${limit}. Please reduce the number of items and try again`,
      ),
    );
  }
  return inputs;
}

/** @throws Refusal where an entry lacks `id` or `properties`, or a value is no scalar. */
export function writeInput(raw: unknown): WriteInput {
  const input = inputObject(raw);
  return { ...contents(input), id: inputId(input), idProperty: textOf(input.idProperty) };
}

/** @throws Refusal where an entry lacks `properties`, or a value is no scalar. */
export function createInput(raw: unknown): WriteInput {
  const input = inputObject(raw);
  const { associations } = input;
  if (Array.isArray(associations) && associations.length > 0) {
    throw new Refusal(json(501, errorBody('The sandbox associates no records as it creates them')));
  }
  return { ...contents(input), id: '', idProperty: undefined };
}

function inputObject(raw: unknown): Record<string, unknown> {
  if (isObject(raw)) return raw;
  throw invalidJson('Cannot deserialize an input: not an object');
}

function contents({ properties, objectWriteTraceId }: Record<string, unknown>) {
  if (!isObject(properties)) throw invalidJson('Some required fields were not set: [properties]');
  return {
    objectWriteTraceId: textOf(objectWriteTraceId),
    properties: propertyValues(properties),
  };
}

/** The `id` of an input as text. */
export function inputId(raw: unknown): string {
  const id = isObject(raw) ? raw.id : undefined;
  if (typeof id === 'string' || typeof id === 'number') return String(id);
  throw invalidJson('Some required fields were not set: [id]');
}

/**
 * Property values as text, in the order in which they were sent.
 *
 * @throws Refusal where one is no scalar.
 */
export function propertyValues(properties: Record<string, unknown>): Map<string, string> {
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(properties)) {
    if (value === null) continue;
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
      throw invalidJson(
        `Cannot deserialize value of type \`java.lang.String\` of property "${name}"`,
      );
    }
    values.set(name, String(value));
  }
  return values;
}

function invalidJson(detail: string): Refusal {
  return new Refusal(validationError(`Invalid input JSON: ${detail}`));
}
