import { needsReading } from '../decide/decide';
import { isSuccess } from '../hubspot/statuses';
import type { HttpResult } from '../http/response';
import type { Batch } from '../model/batch';
import type { RecordWrite, WriteOperation } from '../model/record';
import { contradictsDefinitions } from '../response/contradictsDefinitions';
import { recogniseFault, refusedBy } from '../response/faults';
import { interpret, NOTHING, type Interpretation } from '../response/interpret';
import { NO_REMAINDER, type Remainder } from '../delivery/stage';
import { takeContradicted } from './contradicted';
import { decideWrites } from './decideWrites';
import { joiningOf, namesOf } from './joining';
import { leaveOutRefused } from './leaveOutRefused';
import { noteOutcomeUnknown } from './settle';
import { settleAll, settleUnsendable } from './settleAll';
import type { WriteContext } from './writeContext';
import { toWriteInput } from './writeInput';

/**
 * Decides what to do with the records of a batch, sends those that one kind of request writes, and
 * settles each record whose outcome is known then. Where HubSpot is asked before what it holds, no other
 * execution of the process writes the records between that and the write.
 */
export async function sendBatch(
  batch: Batch,
  context: WriteContext,
): Promise<Remainder<RecordWrite>> {
  const { target, members } = batch;
  if (!needsReading(target, context.settings)) return await decideAndSend(batch, context);
  const giveUp = await context.client.hold(namesOf(members, target));
  try {
    return await decideAndSend(batch, context);
  } finally {
    giveUp();
  }
}

async function decideAndSend(
  { target, members }: Batch,
  context: WriteContext,
): Promise<Remainder<RecordWrite>> {
  const sendable = await settleUnsendable(members, context);
  const { decided, waiting } = await decideWrites(sendable, target, context);
  const [first, ...others] = byOperation(await settleUnsendable(decided, context));
  const apart = [...others.map(({ writes }) => writes), waiting].filter(({ length }) => length > 0);
  if (first === undefined) return { ...NO_REMAINDER, apart };
  const { operation, writes } = first;
  const remainder = await sendWrites({ target, members: writes }, operation, context);
  return { ...remainder, apart: [...apart, ...remainder.apart] };
}

interface SameOperation {
  operation: WriteOperation;
  writes: RecordWrite[];
}

function byOperation(writes: readonly RecordWrite[]): SameOperation[] {
  const groups = new Map<WriteOperation, RecordWrite[]>();
  for (const write of writes) {
    const { operation = 'upsert' } = write;
    const group = groups.get(operation);
    if (group) group.push(write);
    else groups.set(operation, [write]);
  }
  return Array.from(groups, ([operation, some]) => ({ operation, writes: some }));
}

/** Sends records as one request and settles each of which the response tells the outcome. */
async function sendWrites(
  { target, members: writes }: Batch,
  operation: WriteOperation,
  context: WriteContext,
): Promise<Remainder<RecordWrite>> {
  const inputs = writes.map((write) => toWriteInput(write, operation));
  const { result, isOutcomeUnknown, isWorthRepeating } = await context.client[operation](
    target.objectType,
    inputs,
    joiningOf({ target, members: writes }, context),
  );
  if (result === undefined) {
    await settleUnsendable(writes, context);
    return NO_REMAINDER;
  }
  if (isOutcomeUnknown) writes.forEach(noteOutcomeUnknown);
  const said = interpretFor({ target, members: writes }, result, context);
  for (const [write, refusal] of said.pendingErrors) write.refusal = refusal;
  const isAnswered = result.kind === 'response' && isSuccess(result.status);
  const isShared = !isAnswered && !said.isNamed && writes.length > 1;
  const { interpretation, contradicted } = takeContradicted(said, operation, isShared);
  const { isFound, lost } = await settleAll(interpretation, writes, context, isWorthRepeating);
  const apart = [contradicted, lost].filter(({ length }) => length > 0);
  return { ...interpretation, apart, isTaken: isAnswered || isFound };
}

/** A fault that the response tells of is every record's; else each has what the response says of it. */
function interpretFor(
  { target, members: writes }: Batch,
  result: HttpResult,
  { client, run, settings }: WriteContext,
): Interpretation {
  if (contradictsDefinitions(result, target)) client.lists.forget(target.objectType);
  const fault = recogniseFault(result, target, writes);
  if (fault === undefined) {
    target.noteGoodRecords();
    const interpretation = interpret(result, writes);
    return settings.invalidValues === 'leaveOut'
      ? leaveOutRefused(interpretation, run.inputNotes)
      : interpretation;
  }
  if (fault.scope === 'run') run.stop(fault);
  else target.report(fault);
  return { ...NOTHING, settled: writes.map((write) => [write, refusedBy(fault, result, write)]) };
}
