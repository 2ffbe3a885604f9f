import { readBatchAnswer } from '../hubspot/readAnswer';
import { confirmed } from '../outcome/confirm';
import type { Judgement } from '../outcome/judge';
import type { Batch } from '../records/batches';
import { storedId } from '../records/recordInput';
import type { Delivering } from './delivering';
import { settle } from './settle';

/** Looks into HubSpot's store for records that no answer accounts for, and settles them. */
export async function confirmOpen(
  { objectType, idProperty, writes: batch }: Batch,
  open: Judgement['open'],
  { client, run, catalogs }: Delivering,
): Promise<void> {
  if (open.length === 0) return;
  const writes = open.map(([write]) => write);
  const properties = new Set(writes.flatMap((write) => Object.keys(write.properties)));
  const { answer } = await client.read(objectType, {
    idProperty,
    ids: writes.map(storedId),
    properties: [...properties.add(idProperty)],
  });
  const body = answer?.kind === 'answered' ? readBatchAnswer(answer.json) : undefined;
  const held = confirmed(writes, body?.results ?? [], catalogs.get(objectType), batch);
  for (const [write, failure] of open) {
    const result = held.get(write);
    if (result === undefined) run.doubt(write);
    settle(write, result ? { kind: 'written', outcome: 'written', result } : failure, run);
  }
}
