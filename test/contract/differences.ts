import type { ApiVersion } from '../../nodes/HubspotBatchUpsert/hubspot/endpoints';
import {
  answerSchemas,
  declarationsOf,
  queryOf,
  requestSchema,
  requiredFields,
  typeAt,
  type Declared,
} from './openapi';
import { REFUSAL, type Fields, type Shape } from './shapes';

/**
 * In what HubSpot's OpenAPI files declare one request of the node otherwise than the node takes it to
 * be: a field that is gone or of another type, a field that must be sent and is not.
 */
export function differences(
  documents: readonly Record<string, unknown>[],
  shape: Shape,
  apiVersion: ApiVersion,
): string[] {
  const path = decodeURIComponent(shape.path(apiVersion));
  const declarations = declarationsOf(documents, shape.method, path);
  if (declarations.length === 0) return [`${shape.method} ${path} is not declared`];
  return declarations.flatMap((declared) => [
    ...ofQuery(declared, shape),
    ...ofRequest(declared, shape),
    ...ofAnswer(declared, 'success', shape.reads ?? {}),
    ...ofAnswer(declared, 'refusal', REFUSAL),
  ]);
}

function ofQuery(declared: Declared, { query = [] }: Shape): string[] {
  const names = queryOf(declared);
  const unknown = query.filter((name) => !names.some((known) => known.replace('*', '') === name));
  const required = names.filter((name) => name.endsWith('*') && !query.includes(name.slice(0, -1)));
  return [
    ...unknown.map((name) => `the query has no ${name}`),
    ...required.map((name) => `the query must have ${name.slice(0, -1)}`),
  ];
}

function ofRequest(declared: Declared, { sends = {} }: Shape): string[] {
  const schema = requestSchema(declared);
  const sent = Object.keys(sends);
  const isSent = (field: string) =>
    sent.some((one) => one.startsWith(field) || (sends[one] === 'array' && field.startsWith(one)));
  return [
    ...ofFields(declared, [schema], sends, 'sent'),
    ...requiredFields(declared.document, schema)
      .filter((field) => !isSent(field))
      .map((field) => `${field} must be sent`),
  ];
}

/** Answers of success share their fields: only that of a 207 declares errors. */
function ofAnswer(declared: Declared, kind: 'success' | 'refusal', reads: Fields): string[] {
  return ofFields(declared, answerSchemas(declared, kind), reads, `read in a ${kind}`);
}

function ofFields(
  { document }: Declared,
  schemas: readonly unknown[],
  fields: Fields,
  how: string,
): string[] {
  return Object.entries(fields).flatMap(([field, type]) => {
    const declared = schemas.flatMap((schema) => typeAt(document, schema, field) ?? []);
    if (declared.length === 0) return [`${field}, ${how}, is not declared`];
    return declared
      .filter((one) => one !== type)
      .map((one) => `${field}, ${how} as ${type}, is declared as ${one}`);
  });
}
