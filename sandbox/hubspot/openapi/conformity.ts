import Ajv from 'ajv';
import type { ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Answer } from '../answers/answer';
import type { Call } from '../endpoints/endpoint';
import { findOperation, operationsOf, responseSchema } from './operations';
import type { Operation } from './operations';
import { isUndeclared } from './undeclared';
import { readSpecFiles } from './specFiles';

/** A request or an answer that HubSpot's OpenAPI files do not allow. */
interface Violation {
  method: string;
  path: string;
  /** Of the answer. */
  status?: number;
  /** Ajv's words, one per problem. */
  problems: string[];
}

/** Checks requests and answers against HubSpot's OpenAPI files, and keeps what is amiss. */
export interface Conformity {
  /** Requests that are not as HubSpot declares them: the client's faults. */
  requests: Violation[];
  /** Answers that are not: the sandbox's faults. */
  answers: Violation[];
  checkRequest(call: Call): void;
  checkAnswer(call: Call, answer: Answer): void;
}

/** @param directory Folder of the OpenAPI files, or undefined to check nothing. */
export function conformityTo(directory: string | undefined): Conformity {
  const requests: Violation[] = [];
  const answers: Violation[] = [];
  const ignore = () => undefined;
  if (directory === undefined)
    return { requests, answers, checkRequest: ignore, checkAnswer: ignore };

  const { operations, validator, queryValidator } = declaredIn(directory);
  return {
    requests,
    answers,
    checkRequest(call) {
      const problems = requestProblems(call);
      if (problems.length > 0) requests.push({ method: call.method, path: call.path, problems });
    },
    checkAnswer({ method, path }, { status, body, contentType }) {
      const operation = findOperation(operations, method, path);
      const schema = operation && responseSchema(operation, status);
      if (schema === undefined || contentType !== undefined) return;
      const problems = problemsOf(validator(schema), body);
      if (problems.length > 0) answers.push({ method, path, status, problems });
    },
  };

  function requestProblems({ method, path, query, body }: Call): string[] {
    const operation = findOperation(operations, method, path);
    if (operation === undefined) {
      return isUndeclared(method, path) ? [] : ["is in none of HubSpot's OpenAPI files"];
    }
    const ofQuery = problemsOf(queryValidator(operation), { ...query });
    const { request } = operation;
    const ofBody = request === undefined ? [] : problemsOf(validator(request), body);
    return [...ofQuery.map((problem) => `query ${problem}`), ...ofBody];
  }
}

interface Declared {
  operations: Operation[];
  validator: (pointer: string) => ValidateFunction;
  queryValidator: (operation: Operation) => ValidateFunction;
}

/** By folder: to read two megabytes takes longer than what most sandboxes are started for. */
const declared = new Map<string, Declared>();

function declaredIn(directory: string): Declared {
  const known = declared.get(directory);
  if (known) return known;
  const files = readSpecFiles(directory);
  const read = {
    operations: operationsOf(files),
    validator: schemaValidators(files),
    queryValidator: queryValidators(),
  };
  declared.set(directory, read);
  return read;
}

/** A query is all text, so that numbers, truths and lists have to be read first. */
function queryValidators() {
  const ajv = new Ajv({ strict: false, coerceTypes: 'array', validateSchema: false });
  addFormats(ajv);
  const compiled = new Map<Operation, ValidateFunction>();
  return (operation: Operation): ValidateFunction => {
    const validate = compiled.get(operation) ?? ajv.compile(operation.query);
    compiled.set(operation, validate);
    return validate;
  };
}

/** Compiles the schema behind a pointer on its first use. */
function schemaValidators(files: ReturnType<typeof readSpecFiles>) {
  const ajv = new Ajv({ strict: false, allErrors: false, validateSchema: false, logger: false });
  addFormats(ajv);
  for (const { name, document } of files) ajv.addSchema(document, name);
  const compiled = new Map<string, ValidateFunction>();
  return (pointer: string): ValidateFunction => {
    const validate = compiled.get(pointer) ?? ajv.compile({ $ref: pointer });
    compiled.set(pointer, validate);
    return validate;
  };
}

function problemsOf(validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${instancePath || '/'} ${message ?? 'is wrong'}${nameOf(params)}`,
  );
}

/** A field too many is not in the path of the problem. */
function nameOf({ additionalProperty }: Record<string, unknown>): string {
  return typeof additionalProperty === 'string' ? ` (${additionalProperty})` : '';
}
