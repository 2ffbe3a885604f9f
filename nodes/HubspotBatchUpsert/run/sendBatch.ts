import type { UpsertInput } from '../hubspot/shapes';
import { causeOf } from '../outcome/cause';
import { recogniseFault, refusedBy, type Target } from '../outcome/fault';
import { judge, NOTHING, type Judgement } from '../outcome/judge';
import type { Failure } from '../outcome/outcome';
import type { Batch } from '../records/batches';
import { usableIdProperties, type Catalog } from '../records/catalog';
import type { RecordWrite } from '../records/recordInput';
import type { Delivery } from './client';
import { confirmOpen } from './confirmOpen';
import type { Delivering } from './delivering';
import { groupOf } from './runState';
import { holdBackDoubtful, leaveOut, settle } from './settle';

/** What is left of a batch after it was sent: everything else is in the ledger. */
export interface Remainder extends Pick<Judgement, 'again' | 'suspects' | 'isRefused'> {
  /** Why the request failed; undefined where HubSpot answered for the records one by one. */
  cause?: string;
}

/** Sends a batch as one request and settles each record whose outcome the answer tells. */
export async function sendBatch(batch: Batch, delivering: Delivering): Promise<Remainder> {
  const { client, run } = delivering;
  const sending = holdBackDoubtful(batch, run);
  if (sending.writes.length === 0 || leaveOut(sending, run)) return NOTHING;
  const delivery = await client.upsert(batch.objectType, sending.writes.map(toUpsertInput));
  const judgement = judgeDelivery(delivery, sending, delivering);
  if (judgement === undefined) {
    leaveOut(sending, run);
    return NOTHING;
  }
  for (const [write, outcome] of judgement.settled) settle(write, outcome, run);
  for (const [write, refusal] of judgement.shared) run.noteRefused(write, refusal);
  await confirmOpen(sending, judgement.open, delivering);
  return { ...judgement, cause: delivery.answer && causeOf(delivery.answer) };
}

/** Undefined where the run had ended before anything was sent. */
function judgeDelivery(
  { answer, ambiguous }: Delivery,
  batch: Batch,
  { run, catalogs }: Delivering,
): Judgement | undefined {
  if (answer === undefined) return undefined;
  const fault = recogniseFault(answer, targetOf(batch, catalogs.get(batch.objectType)));
  if (fault === undefined) return judge(answer, ambiguous, batch.writes);
  run.report(fault, groupOf(batch));
  const refused = batch.writes.map((write): [RecordWrite, Failure] => [
    write,
    refusedBy(fault, answer, write),
  ]);
  return ambiguous ? { ...NOTHING, open: refused } : { ...NOTHING, settled: refused };
}

function toUpsertInput({ id, idProperty, properties, traceId }: RecordWrite): UpsertInput {
  return { id, idProperty, properties, objectWriteTraceId: traceId };
}

function targetOf({ objectType, idProperty }: Batch, catalog: Catalog): Target {
  const usable = usableIdProperties(catalog, objectType) ?? [];
  return { objectType, idProperty, usableIdProperties: usable };
}
