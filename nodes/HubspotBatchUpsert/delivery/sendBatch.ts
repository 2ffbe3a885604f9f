import type { UpsertInput } from '../hubspot/types';
import { failureSignature } from '../response/failureSignature';
import { recogniseFault, refusedBy, type Target } from '../response/faults';
import { judge, NOTHING, readBackFirst, type Interpretation } from '../response/interpret';
import type { Batch } from '../prepare/batches';
import { usableIdProperties, type PropertyDefinitions } from '../hubspot/propertyDefinitions';
import type { RecordWrite } from '../model/record';
import type { HttpResult } from '../http/response';
import { readBack } from './readBack';
import type { Delivering } from './runContext';
import { groupOf } from './run';
import { holdBackDoubtful, leftOutOf, settle } from './settle';

/** What is left of a batch after it was sent: everything else is in the ledger. */
export interface Remainder extends Pick<Interpretation, 'again' | 'suspects' | 'isRefused'> {
  /** Why the request failed; undefined where HubSpot answered for the records one by one. */
  cause?: string;
}

/** Sends a batch as one request and settles each record whose outcome the answer tells. */
export async function sendBatch(batch: Batch, delivering: Delivering): Promise<Remainder> {
  const { client, run } = delivering;
  const sending = await leaveOut(holdBackDoubtful(batch, run), delivering);
  if (sending.writes.length === 0) return NOTHING;
  const delivery = await client.upsert(batch.objectType, sending.writes.map(toUpsertInput));
  const { answer } = delivery;
  if (answer === undefined) {
    await leaveOut(sending, delivering);
    return NOTHING;
  }
  if (delivery.ambiguous) run.noteMaybeWritten(sending.writes);
  const interpretation = interpretResponse(answer, sending, delivering);
  for (const [write, refusal] of interpretation.shared) run.noteRefused(write, refusal);
  await settleAll(sending, interpretation, delivering);
  return { ...interpretation, cause: failureSignature(answer, sending.writes) };
}

/**
 * Settles unsent what may not be sent any more.
 *
 * @returns The rest of the batch.
 */
async function leaveOut(batch: Batch, delivering: Delivering): Promise<Batch> {
  const settled = leftOutOf(batch, delivering.run);
  if (settled.length === 0) return batch;
  await settleAll(batch, { ...NOTHING, settled }, delivering);
  const gone = new Set(settled.map(([write]) => write));
  return { ...batch, writes: batch.writes.filter((write) => !gone.has(write)) };
}

async function settleAll(batch: Batch, interpretation: Interpretation, delivering: Delivering) {
  const { run } = delivering;
  const { settled, open } = readBackFirst(interpretation, (write) => run.isMaybeWritten(write));
  for (const [write, outcome] of settled) settle(write, outcome, run);
  await readBack(batch, open, delivering);
}

function interpretResponse(
  answer: HttpResult,
  batch: Batch,
  { run, catalogs }: Delivering,
): Interpretation {
  const target = targetOf(batch, catalogs.get(batch.objectType));
  const fault = recogniseFault(answer, target, batch.writes);
  if (fault === undefined) {
    run.noteAnswered(groupOf(batch));
    return judge(answer, batch.writes);
  }
  run.report(fault, groupOf(batch));
  return {
    ...NOTHING,
    settled: batch.writes.map((write) => [write, refusedBy(fault, answer, write)]),
  };
}

function toUpsertInput({ id, idProperty, properties, traceId }: RecordWrite): UpsertInput {
  return { id, idProperty, properties, objectWriteTraceId: traceId };
}

function targetOf({ objectType, idProperty }: Batch, catalog: PropertyDefinitions): Target {
  const usable = usableIdProperties(catalog, objectType) ?? [];
  return { objectType, idProperty, usableIdProperties: usable };
}
