import type { UpsertInput } from '../hubspot/types';
import { causeOf } from '../response/failureSignature';
import { recogniseFault, refusedBy, type Target } from '../response/faults';
import { judge, NOTHING, readBackFirst, type Judgement } from '../response/interpret';
import type { Batch } from '../prepare/batches';
import { usableIdProperties, type Catalog } from '../hubspot/propertyDefinitions';
import type { RecordWrite } from '../model/record';
import type { Answer } from '../http/response';
import { confirmOpen } from './readBack';
import type { Delivering } from './runContext';
import { groupOf } from './run';
import { holdBackDoubtful, leftOutOf, settle } from './settle';

/** What is left of a batch after it was sent: everything else is in the ledger. */
export interface Remainder extends Pick<Judgement, 'again' | 'suspects' | 'isRefused'> {
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
  const judgement = judgeAnswer(answer, sending, delivering);
  for (const [write, refusal] of judgement.shared) run.noteRefused(write, refusal);
  await settleAll(sending, judgement, delivering);
  return { ...judgement, cause: causeOf(answer, sending.writes) };
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

async function settleAll(batch: Batch, judgement: Judgement, delivering: Delivering) {
  const { run } = delivering;
  const { settled, open } = readBackFirst(judgement, (write) => run.isMaybeWritten(write));
  for (const [write, outcome] of settled) settle(write, outcome, run);
  await confirmOpen(batch, open, delivering);
}

function judgeAnswer(answer: Answer, batch: Batch, { run, catalogs }: Delivering): Judgement {
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

function targetOf({ objectType, idProperty }: Batch, catalog: Catalog): Target {
  const usable = usableIdProperties(catalog, objectType) ?? [];
  return { objectType, idProperty, usableIdProperties: usable };
}
