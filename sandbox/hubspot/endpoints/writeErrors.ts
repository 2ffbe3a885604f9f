import { inputError } from '../answers/writeProblems';
import type { InputError } from '../answers/writeProblems';
import type { ObjectType } from '../crm/objectTypes';
import type { PlannedWrite, WriteInput, WriteProblem } from '../crm/writePlan';
import type { SandboxOptions } from '../options';

type Refused = Extract<PlannedWrite, { kind: 'refused' }>;

/**
 * The problems that refuse the whole batch: any, where not every input can be named. Missing records
 * have a way of their own.
 */
export function decisiveProblems(
  refused: readonly Refused[],
  inputs: readonly WriteInput[],
  { missingInUpdate, refuseWholeBatchFor }: SandboxOptions,
): WriteProblem[] {
  const isTraced = allTraced(inputs);
  return refused
    .map(({ problem }) => problem)
    .filter(({ kind }) =>
      kind === 'notFound'
        ? missingInUpdate === 'refusesBatch'
        : !isTraced || refuseWholeBatchFor.includes(kind),
    );
}

/**
 * The `errors` of a 207.
 *
 * @param showTraceIds Whether they name the inputs' trace ids.
 */
export function writeErrors(
  type: ObjectType,
  refused: readonly Refused[],
  options: SandboxOptions,
  showTraceIds: boolean,
): InputError[] {
  const isOfAll = ({ problem }: Refused) =>
    problem.kind === 'notFound' && options.missingInUpdate === 'oneError';
  const missing = refused.filter(isOfAll);
  const errors = refused
    .filter((one) => !isOfAll(one))
    .map(({ input, problem }) =>
      inputError(type, problem, options, showTraceIds ? input.objectWriteTraceId : undefined),
    );
  const [first] = missing;
  if (first === undefined) return errors;
  const ids = missing.map(({ input }) => input.id);
  return [...errors, { ...inputError(type, first.problem, options, undefined), context: { ids } }];
}

/** Whether every input carries a trace id of its own, which makes HubSpot answer 207. */
function allTraced(inputs: readonly WriteInput[]): boolean {
  const traceIds = new Set(inputs.map(({ objectWriteTraceId }) => objectWriteTraceId));
  return traceIds.size === inputs.length && !traceIds.has(undefined) && !traceIds.has('');
}
