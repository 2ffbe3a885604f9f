import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isObject } from '../json';
import { NULLABLE_VALUES, RELAXATIONS } from './relaxations';

/** One OpenAPI file, relaxed to what HubSpot really answers. */
export interface SpecFile {
  name: string;
  document: Record<string, unknown>;
}

/** @throws Error where the folder holds no OpenAPI file. */
export function readSpecFiles(directory: string): SpecFile[] {
  const names = readdirSync(directory).filter((name) => name.endsWith('.json'));
  if (names.length === 0) throw new Error(`No OpenAPI files in ${directory}`);
  return names.map((name) => {
    const document: unknown = JSON.parse(readFileSync(join(directory, name), 'utf8'));
    if (!isObject(document)) throw new Error(`${name} is no OpenAPI file`);
    relax(name, document);
    return { name, document };
  });
}

/** A value inside nested objects, by its path. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
}

function relax(file: string, document: Record<string, unknown>): void {
  for (const relaxation of RELAXATIONS) {
    if (relaxation.file !== '*' && relaxation.file !== file) continue;
    const schema = at(document, 'components', 'schemas', relaxation.schema);
    if (!isObject(schema)) continue;
    const { optional = [], text = [], textOrNumber = [], nullable = [], anyOf } = relaxation;
    if (Array.isArray(schema.required)) {
      schema.required = schema.required.filter((field: string) => !optional.includes(field));
    }
    for (const field of text) {
      if (isObject(schema.properties)) schema.properties[field] = { type: 'string' };
    }
    for (const field of textOrNumber) {
      if (isObject(schema.properties)) schema.properties[field] = { type: ['string', 'integer'] };
    }
    for (const field of nullable) {
      const declared = at(schema, 'properties', field);
      if (isObject(declared)) declared.nullable = true;
    }
    if (anyOf) {
      schema.anyOf = schema.oneOf;
      delete schema.oneOf;
    }
  }
  for (const name of NULLABLE_VALUES) {
    const values = at(
      document,
      ...['components', 'schemas', name, 'properties', 'properties', 'additionalProperties'],
    );
    if (isObject(values)) values.nullable = true;
  }
}
