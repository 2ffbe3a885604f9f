import type { Answer } from '../answers/answer';
import { normalizationWarnings, writtenResult } from '../answers/records';
import { wholeBatchRefused } from '../answers/writeProblems';
import type { ObjectTable } from '../crm/objectTable';
import { planWrites } from '../crm/writePlan';
import type { PlannedWrite, WriteInput, WriteOperation } from '../crm/writePlan';
import type { Hubspot } from '../hubspotState';
import type { SandboxOptions, TraceIdEcho } from '../options';
import { batchAnswer, silentNoop } from './batchAnswer';
import { createInput, rawInputs, writeInput } from './batchInputs';
import type { ApiVersion, Call } from './endpoint';
import { missing, objectTable } from './objectTable';
import { refuseDuplicateIds, refuseDuplicateRecords, refuseOtherThanUnique } from './unfitInputs';
import { decisiveProblems, writeErrors } from './writeErrors';

type Written = Extract<PlannedWrite, { kind: 'write' }>;
type Refused = Extract<PlannedWrite, { kind: 'refused' }>;

/** `POST …/batch/upsert`: creates what it does not find. */
export function batchUpsert(version: ApiVersion) {
  return (call: Call, hubspot: Hubspot): Answer => batchWrite(call, hubspot, version, 'upsert');
}

/** `POST …/batch/update`: an input whose record is missing is an error. */
export function batchUpdate(version: ApiVersion) {
  return (call: Call, hubspot: Hubspot): Answer => batchWrite(call, hubspot, version, 'update');
}

/** `POST …/batch/create`: an input with a unique value that another record has is an error. */
export function batchCreate(version: ApiVersion) {
  return (call: Call, hubspot: Hubspot): Answer => batchWrite(call, hubspot, version, 'create');
}

function batchWrite(
  call: Call,
  hubspot: Hubspot,
  version: ApiVersion,
  operation: WriteOperation,
): Answer {
  const { options } = hubspot;
  const startedAt = options.now();
  const table = objectTable(hubspot, call);
  const inputs = readInputs(call.body, table, operation, options);
  if (inputs.length === 0) return silentNoop();

  const plan = planWrites(table, inputs, {
    operation,
    enforceRequired: options.requiredIn.includes(version),
    refuseEmpty: options.emptyWrites === 'refused',
    takesOldIds: options.oldIdsLead === 'everywhere',
    newRecordId: () => hubspot.crm.newRecordId(),
  });
  const writes = plan.filter((write): write is Written => write.kind === 'write');
  if (options.duplicateRecords === 'refused') refuseDuplicateRecords(writes);
  const refused = plan.filter((write): write is Refused => write.kind === 'refused');
  const decisive = decisiveProblems(refused, inputs, options);
  if (decisive.length > 0) {
    const answer = wholeBatchRefused(table.type, decisive, options);
    return answer.status === 404 ? missing(hubspot, call, answer) : answer;
  }

  const echo = traceIdEcho(options, version);
  const at = new Date(startedAt).toISOString();
  const each = writes.map((write) => {
    const result = carryOut(table, write, at, version, options);
    return operation === 'upsert' ? { ...result, new: write.isNew } : result;
  });
  const results = options.duplicateRecords === 'oneResult' ? lastOfEach(each) : each;
  return {
    ...batchAnswer({
      results: options.shuffleResults ? hubspot.resultOrder.shuffled(results) : results,
      errors: writeErrors(table.type, refused, options, echo !== 'none'),
      startedAt,
      completedAt: options.now(),
      status: operation === 'create' ? 201 : 200,
    }),
    written: writes.map(({ recordId }) => recordId),
  };
}

/** @throws Refusal where one of them is unfit for the operation. */
function readInputs(
  body: unknown,
  table: ObjectTable,
  operation: WriteOperation,
  options: SandboxOptions,
): WriteInput[] {
  const raw = rawInputs(body, options.batchSizeLimit);
  if (operation === 'create') return raw.map(createInput);
  const inputs = raw.map(writeInput);
  refuseDuplicateIds(inputs);
  refuseOtherThanUnique(table, inputs, operation, options);
  return inputs;
}

function lastOfEach<Result extends { id: string }>(results: readonly Result[]): Result[] {
  return [...new Map(results.map((result) => [result.id, result])).values()];
}

function carryOut(
  table: ObjectTable,
  write: Written,
  at: string,
  version: ApiVersion,
  options: SandboxOptions,
) {
  const record = table.write(write.recordId, write.changes, at);
  const result = writtenResult(table, record, write, options);
  const traceId = write.input.objectWriteTraceId;
  const isEchoed = traceIdEcho(options, version) === 'everywhere';
  if (isEchoed && traceId !== undefined) result.objectWriteTraceId = traceId;
  const warnings = version === '2026-09' ? normalizationWarnings(write) : [];
  if (warnings.length > 0) result.warnings = warnings;
  return result;
}

function traceIdEcho({ traceIdEcho: echo }: SandboxOptions, version: ApiVersion): TraceIdEcho {
  return typeof echo === 'string' ? echo : echo[version];
}
