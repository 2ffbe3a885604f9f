import { PORTAL_ID } from '../account';
import type { ObjectType } from '../crm/objectTypes';
import type { ValueProblem } from '../crm/values';
import type { WriteProblem } from '../crm/writePlan';
import { validationError } from './errors';
import type { Answer } from './answer';

/** One entry of `errors` in a 207 (shape: docs.207.batch-create.trace-ids). */
export interface InputError {
  status: 'error';
  category: string;
  message: string;
  context: Record<string, string[]>;
}

/** The error of one input, named by its trace id. */
export function inputError(
  type: ObjectType,
  problem: WriteProblem,
  objectWriteTraceId: string | undefined,
): InputError {
  const context: InputError['context'] = {};
  if (problem.kind === 'notFound') context.ids = [problem.id];
  if (objectWriteTraceId !== undefined) context.objectWriteTraceId = [objectWriteTraceId];
  return {
    status: 'error',
    category: problem.kind === 'notFound' ? 'OBJECT_NOT_FOUND' : 'VALIDATION_ERROR',
    message: problemMessage(type, problem),
    context,
  };
}

/**
 * The 400 for a whole batch without trace ids: no input index, and `errors` shorter than the list in
 * `message`, since equal property errors are named once (shape: docs.400.property-doesnt-exist).
 */
export function wholeBatchRefused(type: ObjectType, problems: WriteProblem[]): Answer {
  const values = problems.flatMap(asValueProblems);
  if (values.length === 0) return validationError(problemMessage(type, problems[0]!));
  const distinct = new Map(values.map((value) => [`${value.name}\n${value.message}`, value]));
  return validationError(notValid(values), {
    errors: Array.from(distinct.values(), ({ message, error, name }) => ({
      message,
      code: error,
      context: { propertyName: [name] },
    })),
  });
}

function problemMessage(type: ObjectType, problem: WriteProblem): string {
  switch (problem.kind) {
    case 'values':
    case 'required':
      return notValid(asValueProblems(problem));
    case 'conflict':
      return `Cannot set PropertyValueCoordinates{portalId=${PORTAL_ID}, objectTypeId=${type.objectTypeId}, propertyName=${problem.name}, value=${problem.value}} on ${problem.recordId}. ${problem.ownerId} already has that value.`;
    case 'notFound':
      return `Could not get some ${type.singular.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`;
  }
}

function asValueProblems(problem: WriteProblem): ValueProblem[] {
  if (problem.kind === 'values') return problem.problems;
  if (problem.kind !== 'required') return [];
  return problem.names.map((name) => ({
    name,
    error: 'MISSING_REQUIRED_PROPERTY',
    message: `Required property "${name}" is missing`,
  }));
}

function notValid(problems: ValueProblem[]): string {
  const details = problems.map(({ message, error, name }) => ({
    isValid: false,
    message,
    error,
    name,
    localizedErrorMessage: message,
    portalId: PORTAL_ID,
  }));
  return `Property values were not valid: ${JSON.stringify(details)}`;
}
