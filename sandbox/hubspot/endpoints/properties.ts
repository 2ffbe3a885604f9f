import { json } from '../answers/answer';
import type { Answer } from '../answers/answer';
import { errorBody, validationError } from '../answers/errors';
import type { ObjectTable } from '../crm/objectTable';
import type { Hubspot } from '../hubspotState';
import { holdsPipelines } from '../crm/pipelines';
import { isObject, textOf } from '../json';
import { defineProperty, propertyOptions } from '../properties/definition';
import type { PropertyDefinition, PropertyOption, PropertyType } from '../properties/definition';
import type { Call } from './endpoint';
import { objectTable } from './objectTable';
import { pageOf } from './page';

const NAME = /^[a-z][a-z0-9_]*$/;
const TYPES: PropertyType[] = [
  'string',
  'number',
  'date',
  'datetime',
  'bool',
  'enumeration',
  'phone_number',
];
/** HubSpot docs, "Properties": unique identifier properties per object. */
const MAX_UNIQUE_PROPERTIES = 10;

/** `GET /crm/v3/properties/{objectType}`: all of one sensitivity, in one page unless told. */
export function listProperties(call: Call, hubspot: Hubspot): Answer {
  const table = objectTable(hubspot, call);
  const { definitionsPageSize, externalPipelines } = hubspot.options;
  const sensitivity = call.query.dataSensitivity ?? 'non_sensitive';
  const results = [...table.definitions.values()]
    .filter(({ dataSensitivity }) => dataSensitivity === sensitivity)
    .map((definition) =>
      externalPipelines && holdsPipelines(definition)
        ? { ...definition, externalOptions: true, options: [] }
        : definition,
    );
  return json(200, pageOf(results, call, definitionsPageSize));
}

/** `POST /crm/v3/properties/{objectType}` (OpenAPI: PropertyCreate). */
export function createProperty(call: Call, hubspot: Hubspot): Answer {
  const table = objectTable(hubspot, call);
  const body = isObject(call.body) ? call.body : {};
  const missing = ['name', 'label', 'type', 'fieldType', 'groupName'].filter(
    (field) => textOf(body[field]) === undefined,
  );
  if (missing.length > 0) {
    return validationError(`Some required fields were not set: [${missing.join(', ')}]`);
  }
  const definition = readDefinition(body, hubspot.options.now());
  if (!NAME.test(definition.name) || !TYPES.includes(definition.type)) {
    return validationError(`Property "${definition.name}" has an invalid name or type`);
  }
  if (table.definitions.has(definition.name)) {
    const message = `Property named '${definition.name}' already exists.`;
    return json(409, errorBody(message, { category: 'OBJECT_ALREADY_EXISTS' }));
  }
  if (definition.hasUniqueValue && countUnique(table) >= MAX_UNIQUE_PROPERTIES) {
    return validationError(
      `An object can have at most ${MAX_UNIQUE_PROPERTIES} unique identifier properties`,
    );
  }
  table.define(definition);
  return json(201, definition);
}

function readDefinition(body: Record<string, unknown>, now: number): PropertyDefinition {
  const definedAt = new Date(now).toISOString();
  return defineProperty({
    name: textOf(body.name) ?? '',
    label: textOf(body.label) ?? '',
    type: textOf(body.type) as PropertyType,
    fieldType: textOf(body.fieldType) ?? '',
    groupName: textOf(body.groupName) ?? '',
    description: textOf(body.description) ?? '',
    hasUniqueValue: body.hasUniqueValue === true,
    hidden: body.hidden === true,
    options: readOptions(body),
    createdAt: definedAt,
    updatedAt: definedAt,
  });
}

function readOptions({ type, options }: Record<string, unknown>): PropertyOption[] {
  if (type === 'bool') return propertyOptions({ true: 'True', false: 'False' });
  const list: unknown[] = Array.isArray(options) ? options : [];
  return list.filter(isObject).map((option, index) => ({
    label: textOf(option.label) ?? '',
    value: textOf(option.value) ?? '',
    displayOrder: typeof option.displayOrder === 'number' ? option.displayOrder : index,
    hidden: option.hidden === true,
  }));
}

function countUnique(table: ObjectTable): number {
  return [...table.definitions.values()].filter(({ hasUniqueValue }) => hasUniqueValue).length;
}
