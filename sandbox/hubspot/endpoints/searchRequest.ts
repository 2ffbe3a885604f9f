import { Refusal, json } from '../answers/answer';
import { errorBody, validationError } from '../answers/errors';
import type { ObjectTable } from '../crm/objectTable';
import { SEARCH_OPERATORS } from '../crm/searchFilter';
import type { SearchFilter, SearchOperator } from '../crm/searchFilter';
import { unknownProperty } from '../crm/values';
import { isObject, textOf } from '../json';
import type { PropertyDefinition } from '../properties/definition';

/** What a search asks for, with defaults where it says nothing. */
export interface SearchRequest {
  /** A record fits that fits all filters of one group. */
  groups: SearchFilter[][];
  /** Undefined: those that HubSpot shows of itself. */
  properties: string[] | undefined;
  sort: { definition: PropertyDefinition; isDescending: boolean } | undefined;
  limit: number;
  after: number;
}

const MAX_GROUPS = 5;
const MAX_FILTERS = 6;
const MAX_FILTERS_IN_ALL = 18;
const MAX_VALUES = 100;
const MAX_LIMIT = 200;
const DEFAULT_LIMIT = 10;

/** @throws Refusal where HubSpot does not search so; the words are the sandbox's own. */
export function readSearch(body: unknown, table: ObjectTable): SearchRequest {
  const fields = isObject(body) ? body : {};
  if (textOf(fields.query)) throw beyondTheSandbox('query');
  const groups = listOf(fields.filterGroups).map((group) =>
    listOf(isObject(group) ? group.filters : undefined).map((raw) => readFilter(raw, table)),
  );
  const isTooMuch = groups.some((filters) => filters.length > MAX_FILTERS);
  if (groups.length > MAX_GROUPS || groups.flat().length > MAX_FILTERS_IN_ALL || isTooMuch) {
    throw refused(
      `A search can have ${MAX_GROUPS} groups of ${MAX_FILTERS} filters, ${MAX_FILTERS_IN_ALL} in all`,
    );
  }
  const limit = wholeNumber(fields.limit ?? DEFAULT_LIMIT, 'limit');
  if (limit > MAX_LIMIT) throw refused(`The limit is ${limit}, and can be ${MAX_LIMIT} at most`);
  const properties = listOf(fields.properties).flatMap((name) => textOf(name) ?? []);
  return {
    groups,
    properties: properties.length > 0 ? properties : undefined,
    sort: readSort(listOf(fields.sorts), table),
    limit,
    after: wholeNumber(fields.after ?? 0, 'after'),
  };
}

function readFilter(raw: unknown, table: ObjectTable): SearchFilter {
  const { propertyName, operator, value, values } = isObject(raw) ? raw : {};
  const known = SEARCH_OPERATORS.find((one) => one === operator);
  if (known === undefined) throw beyondTheSandbox(`operator ${String(operator)}`);
  const given = known === 'IN' ? listOf(values) : known === 'EQ' ? [value] : [];
  const texts = given.flatMap((one) => textOf(one) ?? []);
  if (texts.length < given.length || (needsValues(known) && given.length === 0)) {
    throw refused(
      `Invalid input JSON: operator ${known} requires ${known === 'IN' ? 'values' : 'a value'}`,
    );
  }
  if (texts.length > MAX_VALUES) {
    throw refused(`A filter has ${texts.length} values, and can have ${MAX_VALUES} at most`);
  }
  return { definition: definitionOf(propertyName, table), operator: known, values: texts };
}

function needsValues(operator: SearchOperator): boolean {
  return operator === 'IN' || operator === 'EQ';
}

/** By a property's name, with `-` before it for the last first. */
function readSort(sorts: unknown[], table: ObjectTable): SearchRequest['sort'] {
  if (sorts.length === 0) return undefined;
  const name = textOf(sorts[0]);
  if (name === undefined || sorts.length > 1) throw beyondTheSandbox('sorts that are not one text');
  const isDescending = name.startsWith('-');
  return { definition: definitionOf(isDescending ? name.slice(1) : name, table), isDescending };
}

function definitionOf(name: unknown, table: ObjectTable): PropertyDefinition {
  const definition = table.definitions.get(String(name));
  if (definition !== undefined) return definition;
  const { message, error } = unknownProperty(String(name));
  const context = { propertyName: [String(name)] };
  throw new Refusal(
    validationError('There was a problem with the request.', {
      errors: [{ message, code: error, context }],
    }),
  );
}

function wholeNumber(value: unknown, field: string): number {
  if (/^\d{1,9}$/.test(String(value))) return Number(value);
  throw refused(`Invalid input JSON: ${field} must be an integer`);
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function refused(message: string): Refusal {
  return new Refusal(validationError(message));
}

function beyondTheSandbox(what: string): Refusal {
  return new Refusal(json(501, errorBody(`The sandbox does not search with ${what}`)));
}
