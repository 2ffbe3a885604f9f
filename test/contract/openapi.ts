import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = Record<string, unknown>;

/** One operation as HubSpot's OpenAPI files declare it, with the file that its references lead into. */
export interface Declared {
  document: Json;
  operation: Json;
}

/** HubSpot's OpenAPI files, as they are: the sandbox reads them more tolerantly. */
export function readOpenApi(directory: string): Json[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as Json);
}

/** Every declaration of an operation: HubSpot's files overlap. */
export function declarationsOf(
  documents: readonly Json[],
  method: string,
  path: string,
): Declared[] {
  return documents.flatMap((document) => {
    const operation = at(document, 'paths', path, method.toLowerCase());
    return isJson(operation) ? [{ document, operation }] : [];
  });
}

/** The names of the query, with `*` behind those that must be given. */
export function queryOf({ operation }: Declared): string[] {
  return listOf(operation.parameters)
    .filter((parameter) => parameter.in === 'query')
    .map(({ name, required }) => `${String(name)}${required === true ? '*' : ''}`);
}

/** Schema of the request's body, JSON or a form. */
export function requestSchema({ operation }: Declared): unknown {
  return schemaIn(at(operation, 'requestBody', 'content'));
}

/** Schemas of the answers: those of success, or the one of refusals. */
export function answerSchemas({ document, operation }: Declared, kind: 'success' | 'refusal') {
  const responses = at(operation, 'responses');
  return Object.entries(isJson(responses) ? responses : {})
    .filter(([status]) => (kind === 'success' ? status.startsWith('2') : status === 'default'))
    .map(([, response]) => schemaIn(at(resolved(document, response), 'content')));
}

/**
 * The type of a field: `results[].id` is a field of a list's entries, `properties{}` any value of an
 * object that has names of its own. Undefined where the schema has no such field.
 */
export function typeAt(document: Json, schema: unknown, path: string): string | undefined {
  let here = resolved(document, schema);
  for (const step of path.split(/\.|(?=\[\]|\{\})/).filter(Boolean)) {
    const inner =
      step === '[]'
        ? at(here, 'items')
        : step === '{}'
          ? at(here, 'additionalProperties')
          : at(here, 'properties', step);
    here = resolved(document, inner);
  }
  const type = at(here, 'type');
  const values = at(here, 'enum');
  if (Array.isArray(values)) return [...(values as string[])].sort().join('|');
  return typeof type === 'string' ? type : undefined;
}

/** The fields that a schema insists on, in its depth, each as a path. */
export function requiredFields(document: Json, schema: unknown, path = ''): string[] {
  const here = resolved(document, schema);
  if (at(here, 'items') !== undefined) {
    return requiredFields(document, at(here, 'items'), `${path}[]`);
  }
  const names = at(here, 'required');
  return (Array.isArray(names) ? (names as string[]) : []).flatMap((name) => {
    const field = path === '' ? name : `${path}.${name}`;
    return [field, ...requiredFields(document, at(here, 'properties', name), field)];
  });
}

function schemaIn(content: unknown): unknown {
  return isJson(content) ? at(Object.values(content)[0], 'schema') : undefined;
}

function resolved(document: Json, value: unknown): unknown {
  const reference = at(value, '$ref');
  return typeof reference === 'string'
    ? at(document, ...reference.slice('#/'.length).split('/'))
    : value;
}

function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isJson(inner) ? inner[key] : undefined), value);
}

function listOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
