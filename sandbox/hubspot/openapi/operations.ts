import { isObject } from '../json';
import { STANDS_IN, UNDECLARED_FIELDS } from './relaxations';
import { at } from './specFiles';
import type { SpecFile } from './specFiles';

/** One operation of HubSpot's OpenAPI files. */
export interface Operation {
  file: string;
  /** As declared: `/crm/v3/objects/{objectType}/batch/upsert`. */
  template: string;
  method: string;
  /** Pointer to the schema of the request body, JSON or a form, `file#/…`. */
  request: string | undefined;
  /** Schema of the query as an object of its fields. */
  query: Record<string, unknown>;
  /** Pointers to the schemas of answers, by status or `default`. */
  responses: Map<string, string>;
}

/** Every operation of the files; those with fewer parameters in the path come first. */
export function operationsOf(files: SpecFile[]): Operation[] {
  return files
    .flatMap(({ name, document }) =>
      entries(document.paths).flatMap(([template, methods]) =>
        entries(methods).map(([method, declared]) =>
          operation(name, document, template, method, declared),
        ),
      ),
    )
    .sort((one, other) => parameters(one) - parameters(other));
}

/** The operation that a request calls. */
export function findOperation(
  operations: Operation[],
  method: string,
  path: string,
): Operation | undefined {
  const parts = path.split('/');
  return operations.find(
    (candidate) =>
      candidate.method === method.toLowerCase() && fits(candidate.template.split('/'), parts),
  );
}

/**
 * Pointer to the schema of the operation's answer with a status; undefined where HubSpot declares none,
 * as of the token of 2026-09. Its `default` is the schema of refusals.
 */
export function responseSchema(operation: Operation, status: number): string | undefined {
  const declared = operation.responses.get(String(status));
  if (declared !== undefined) return declared;
  const standIn = STANDS_IN[status];
  if (standIn !== undefined) return responseSchema(operation, standIn);
  return status < 400 ? undefined : operation.responses.get('default');
}

function operation(
  file: string,
  document: unknown,
  template: string,
  method: string,
  declared: unknown,
): Operation {
  const base = ['paths', template, method];
  const responses = entries(at(declared, 'responses')).flatMap(([status, response]) => {
    const reference = at(response, '$ref');
    const path =
      typeof reference === 'string'
        ? reference.slice('#/'.length).split('/')
        : [...base, 'responses', status];
    const media = Object.keys(asObject(at(document, ...path, 'content')))[0];
    return media === undefined
      ? []
      : [[status, pointer(file, [...path, 'content', media, 'schema'])] as const];
  });
  const media = Object.keys(asObject(at(declared, 'requestBody', 'content')))[0] ?? '';
  const body = ['requestBody', 'content', media, 'schema'];
  return {
    file,
    template,
    method,
    request: at(declared, ...body) === undefined ? undefined : pointer(file, [...base, ...body]),
    query: querySchema(at(declared, 'parameters'), template),
    responses: new Map(responses),
  };
}

function querySchema(declared: unknown, template: string): Record<string, unknown> {
  const list: unknown[] = Array.isArray(declared) ? declared : [];
  const fields = list.filter(isObject).filter((parameter) => parameter.in === 'query');
  const undeclared = UNDECLARED_FIELDS.filter((field) => field.template === template);
  return {
    type: 'object',
    properties: Object.fromEntries([
      ...fields.map(({ name, schema }) => [name, schema] as const),
      ...undeclared.map(({ field }) => [field, { type: 'string' }] as const),
    ]),
    required: fields.filter(({ required }) => required === true).map(({ name }) => name),
    additionalProperties: false,
  };
}

function parameters({ template }: Operation): number {
  return template.split('{').length;
}

/** Whether a path, in its parts, is one of a template's. */
export function fits(template: string[], parts: string[]): boolean {
  return (
    template.length === parts.length &&
    template.every((part, index) => part.startsWith('{') || part === parts[index])
  );
}

function pointer(file: string, path: string[]): string {
  const escaped = path.map((part) =>
    encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
  );
  return `${file}#/${escaped.join('/')}`;
}

function entries(value: unknown): [string, unknown][] {
  return Object.entries(asObject(value));
}

function asObject(value: unknown): Record<string, unknown> {
  return isObject(value) ? value : {};
}
