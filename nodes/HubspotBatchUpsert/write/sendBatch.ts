import { isContactEmail, isWritable } from '../hubspot/propertyDefinitions';
import { isSuccess } from '../hubspot/statuses';
import type { UpsertInput } from '../hubspot/types';
import type { HttpResult } from '../http/response';
import type { Batch } from '../model/batch';
import type { Failure } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import type { Settings } from '../model/settings';
import type { Target } from '../model/target';
import { recogniseFault, refusedBy } from '../response/faults';
import { interpret, NOTHING, readBackFirst, type Interpretation } from '../response/interpret';
import { readBackOutcomes, type ReadBackOutcomes } from '../response/readBackOutcomes';
import type { Run } from '../delivery/run';
import type { RunContext } from '../delivery/runContext';
import { NO_REMAINDER, type Remainder } from '../delivery/stage';
import { readBack } from '../existing/readBack';
import { leaveOutRefused } from './leaveOutRefused';
import { leaveUnconfirmed, noteOutcomeUnknown, settle, whyNotSent } from './settle';

/** What it takes to send a batch and to settle what becomes of it. */
export interface WriteContext extends RunContext {
  invalidValues: Settings['invalidValues'];
}

/** Sends a batch as one request and settles each record whose outcome the response tells. */
export async function sendBatch(
  batch: Batch,
  context: WriteContext,
): Promise<Remainder<RecordWrite>> {
  const { client } = context;
  const { target } = batch;
  const writes = await settleUnsendable(batch.members, context);
  if (writes.length === 0) return NO_REMAINDER;
  const { result, isOutcomeUnknown } = await client.upsert(
    target.objectType,
    writes.map(toUpsertInput),
  );
  if (result === undefined) {
    await settleUnsendable(writes, context);
    return NO_REMAINDER;
  }
  if (isOutcomeUnknown) writes.forEach(noteOutcomeUnknown);
  const interpretation = interpretFor({ target, members: writes }, result, context);
  for (const [write, refusal] of interpretation.pendingErrors) write.refusal = refusal;
  const isFound = await settleAll(interpretation, writes, context);
  const isAnswered = result.kind === 'response' && isSuccess(result.status);
  return { ...interpretation, isTaken: isAnswered || isFound };
}

/**
 * Settles records that may not be sent any more.
 *
 * @returns The others.
 */
export async function settleUnsendable(
  writes: readonly RecordWrite[],
  context: WriteContext,
): Promise<RecordWrite[]> {
  const settled: Array<[RecordWrite, Failure]> = [];
  const sendable: RecordWrite[] = [];
  for (const write of writes) {
    const failure = whyNotSent(write, context.run);
    if (failure) settled.push([write, failure]);
    else sendable.push(write);
  }
  if (settled.length > 0) await settleAll({ ...NOTHING, settled }, writes, context);
  return sendable;
}

/** @returns Does HubSpot's store hold one that the response left unconfirmed? */
async function settleAll(
  interpretation: Interpretation,
  batch: readonly RecordWrite[],
  { client, run }: WriteContext,
): Promise<boolean> {
  const { ledger } = run;
  const known = readBackFirst(interpretation);
  for (const [write, outcome] of known.settled) settle(write, outcome, ledger);
  if (known.unconfirmed.length === 0) {
    noteStrayErrors(interpretation, { settled: [], unconfirmed: [] }, run);
    return false;
  }
  const { found, refusal, isComplete } = await readBack(
    known.unconfirmed.map(([write]) => write),
    client,
  );
  const outcomes = readBackOutcomes(known, found, batch);
  noteStrayErrors(interpretation, outcomes, run);
  const { settled, unconfirmed } = outcomes;
  for (const [write, outcome] of settled) settle(write, outcome, ledger);
  for (const [write, failure] of unconfirmed) {
    const message = refusal ? `${failure.message}. ${refusal}` : failure.message;
    const end = isComplete && isRefusedForSure(write, failure) ? settle : leaveUnconfirmed;
    end(write, { ...failure, message }, ledger);
  }
  return settled.length > 0;
}

/** What HubSpot reports beside records that it wrote is no item's to tell, and yet is told. */
function noteStrayErrors(
  { strayMessages, unconfirmed }: Interpretation,
  outcomes: ReadBackOutcomes,
  { strayErrors }: Run,
): void {
  const areTold = outcomes.unconfirmed.some(([, { category }]) => category === 'NO_OUTCOME');
  if (!areTold) for (const message of strayMessages) strayErrors.note(message);
  const failures = new Map(unconfirmed);
  for (const [write] of outcomes.settled) {
    const failure = failures.get(write);
    if (failure && failure.category !== 'NO_OUTCOME') strayErrors.note(failure.message);
  }
}

/** Does HubSpot's word that it refused the record hold for every request that the record was in? */
function isRefusedForSure({ mayBeWritten }: RecordWrite, { category }: Failure): boolean {
  return mayBeWritten !== true && category !== 'NO_OUTCOME';
}

/** A fault that the response tells of is every record's; else each has what the response says of it. */
function interpretFor(
  { target, members: writes }: Batch,
  result: HttpResult,
  { run, invalidValues }: WriteContext,
): Interpretation {
  const fault = recogniseFault(result, target, writes);
  if (fault === undefined) {
    target.noteGoodRecords();
    const interpretation = interpret(result, writes);
    return invalidValues === 'leaveOut'
      ? leaveOutRefused(interpretation, run.inputNotes)
      : interpretation;
  }
  if (fault.scope === 'run') run.stop(fault);
  else target.report(fault);
  return { ...NOTHING, settled: writes.map((write) => [write, refusedBy(fault, result, write)]) };
}

function toUpsertInput({ id, target, properties, traceId }: RecordWrite): UpsertInput {
  const { idProperty } = target;
  const named = sendsKey(target, properties) ? { [idProperty]: id, ...properties } : properties;
  return { id, idProperty, properties: named, objectWriteTraceId: traceId };
}

/**
 * The key stands among the properties, too, so that HubSpot returns it with the result. An e-mail
 * address stands there only where nothing else does, since an additional address of a contact would
 * become the primary one; but HubSpot refuses an update of nothing.
 */
function sendsKey({ objectType, idProperty, definitions }: Target, properties: object): boolean {
  if (isContactEmail(objectType, idProperty)) return Object.keys(properties).length === 0;
  const definition = definitions?.get(idProperty);
  return definition === undefined || isWritable(definition);
}
