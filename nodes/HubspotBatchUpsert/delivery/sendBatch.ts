import { isSuccess } from '../hubspot/statuses';
import type { UpsertInput } from '../hubspot/types';
import type { HttpResult } from '../http/response';
import type { Batch } from '../model/batch';
import type { Failure } from '../model/outcome';
import type { RecordWrite } from '../model/record';
import { recogniseFault, refusedBy } from '../response/faults';
import { interpret, NOTHING, readBackFirst, type Interpretation } from '../response/interpret';
import type { HubspotClient } from './client';
import { readBack } from './readBack';
import type { Run } from './run';
import { leaveUnconfirmed, settle, whyNotSent } from './settle';

/** What it takes to send a batch and to settle what becomes of it. */
export interface RunContext {
  client: HubspotClient;
  run: Run;
}

/** What is left of a batch after it was sent: everything else is in the ledger. */
export interface Remainder extends Pick<
  Interpretation,
  'resend' | 'toBisect' | 'isRefused' | 'isNamed' | 'isTooLarge'
> {
  /** Did HubSpot answer for the records one by one? */
  isTaken: boolean;
}

const NO_REMAINDER: Remainder = { ...NOTHING, isTaken: false };

/** Sends a batch as one request and settles each record whose outcome the response tells. */
export async function sendBatch(batch: Batch, context: RunContext): Promise<Remainder> {
  const { client, run } = context;
  const { target } = batch;
  const writes = await settleUnsendable(batch.writes, context);
  if (writes.length === 0) return NO_REMAINDER;
  const { result, isOutcomeUnknown } = await client.upsert(
    target.objectType,
    writes.map(toUpsertInput),
  );
  if (result === undefined) {
    await settleUnsendable(writes, context);
    return NO_REMAINDER;
  }
  if (isOutcomeUnknown) for (const write of writes) write.mayBeWritten = true;
  const interpretation = interpretFor({ target, writes }, result, run);
  for (const [write, refusal] of interpretation.pendingErrors) write.refusal = refusal;
  await settleAll(interpretation, writes, context);
  return { ...interpretation, isTaken: result.kind === 'response' && isSuccess(result.status) };
}

/** @returns The records that may still be sent. */
async function settleUnsendable(
  writes: readonly RecordWrite[],
  context: RunContext,
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

async function settleAll(
  interpretation: Interpretation,
  batch: readonly RecordWrite[],
  { client, run }: RunContext,
): Promise<void> {
  const { settled, unconfirmed } = readBackFirst(interpretation);
  for (const [write, outcome] of settled) settle(write, outcome, run.ledger);
  const writes = unconfirmed.map(([write]) => write);
  const held = await readBack(writes, batch, client);
  for (const [write, failure] of unconfirmed) {
    const result = held.get(write);
    if (result === undefined) leaveUnconfirmed(write, run.ledger);
    settle(write, result ? { kind: 'written', outcome: 'written', result } : failure, run.ledger);
  }
}

/** A fault that the response tells of is every record's; else each has what the response says of it. */
function interpretFor({ target, writes }: Batch, result: HttpResult, run: Run): Interpretation {
  const fault = recogniseFault(result, target, writes);
  if (fault === undefined) {
    target.noteGoodRecords();
    return interpret(result, writes);
  }
  if (fault.scope === 'run') run.stop(fault);
  else target.report(fault);
  return { ...NOTHING, settled: writes.map((write) => [write, refusedBy(fault, result, write)]) };
}

function toUpsertInput({ id, target, properties, traceId }: RecordWrite): UpsertInput {
  return { id, idProperty: target.idProperty, properties, objectWriteTraceId: traceId };
}
