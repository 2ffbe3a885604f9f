import { PORTAL_ID } from '../account';
import type { ObjectType } from '../crm/objectTypes';
import type { ValueProblem } from '../crm/values';
import type { WriteProblem } from '../crm/writePlan';
import type { SandboxOptions } from '../options';
import { json } from './answer';
import type { Answer } from './answer';
import { conflictWords } from './conflictWords';
import { errorBody } from './errors';
import type { Detail, ErrorBody } from './errors';

/** What HubSpot says of a problem, be it in an entry of a 207 or as a whole answer. */
export interface Words {
  /** Of a whole answer. */
  status: number;
  category: string;
  message: string;
  context?: ErrorBody['context'];
  errors?: Detail[];
}

export type Wording = Pick<SandboxOptions, 'conflictWording' | 'requiredWording'>;

/** One entry of `errors` in a 207 (shape: docs.207.batch-create.trace-ids). */
export interface InputError {
  status: 'error';
  category: string;
  message: string;
  subCategory?: string;
  context?: Record<string, string[]>;
  errors?: Detail[];
}

const VALIDATION = { status: 400, category: 'VALIDATION_ERROR' };

/** The error of one input, named by its trace id. */
export function inputError(
  type: ObjectType,
  problem: WriteProblem,
  wording: Wording,
  objectWriteTraceId: string | undefined,
): InputError {
  const { category, message, context = {}, errors } = words(type, problem, wording);
  const traced: Record<string, string[]> =
    objectWriteTraceId === undefined ? {} : { objectWriteTraceId: [objectWriteTraceId] };
  return {
    status: 'error',
    category,
    message,
    context: { ...context, ...traced },
    ...(errors && { errors }),
  };
}

/**
 * The 400 for a whole batch without trace ids: no input index, and `errors` shorter than the list in
 * `message`, since equal property errors are named once (shape: docs.400.property-doesnt-exist).
 */
export function wholeBatchRefused(
  type: ObjectType,
  problems: WriteProblem[],
  wording: Wording,
): Answer {
  const values = problems.flatMap((problem) => asValueProblems(problem, wording));
  if (values.length === 0) {
    const { status, ...rest } = words(type, problems[0]!, wording);
    return json(status, errorBody(rest.message, rest));
  }
  const distinct = new Map(values.map((value) => [`${value.name}\n${value.message}`, value]));
  const errors = Array.from(distinct.values(), ({ message, error, name }) => ({
    message,
    code: error,
    context: { propertyName: [name] },
  }));
  return json(400, errorBody(notValid(values), { errors, category: VALIDATION.category }));
}

function words(type: ObjectType, problem: WriteProblem, wording: Wording): Words {
  switch (problem.kind) {
    case 'values':
      return { ...VALIDATION, message: notValid(problem.problems) };
    case 'required':
      return wording.requiredWording === 'notValid'
        ? { ...VALIDATION, message: notValid(asValueProblems(problem, wording)) }
        : {
            ...VALIDATION,
            message: `Error creating ${type.singular.toUpperCase()}. Some required properties were not set.`,
            context: { properties: problem.names },
          };
    case 'conditional':
      return {
        ...VALIDATION,
        message: 'Property values were not valid',
        errors: problem.rules.map(({ name, when }) => ({
          message: `${name} is required because of a conditional property rule based on [${when}]`,
          code: 'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
          context: { propertyName: [name] },
        })),
      };
    case 'conflict':
      return conflictWords(type, problem, wording.conflictWording);
    case 'nothingToWrite':
      return {
        ...VALIDATION,
        message: 'No properties found to update, please provide at least one.',
        context: { properties: ['{}'] },
      };
    case 'notFound':
      return {
        status: 404,
        category: 'OBJECT_NOT_FOUND',
        message: `Could not get some ${type.singular.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`,
        context: { ids: [problem.id] },
      };
  }
}

function asValueProblems(problem: WriteProblem, { requiredWording }: Wording): ValueProblem[] {
  if (problem.kind === 'values') return problem.problems;
  if (problem.kind !== 'required' || requiredWording !== 'notValid') return [];
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
