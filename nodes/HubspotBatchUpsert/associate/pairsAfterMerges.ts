import { mergedIds } from '../hubspot/mergedRecords';
import type { ObjectTypePair } from '../hubspot/types';
import type { Pair } from '../model/pair';
import type { HubspotClient } from '../delivery/client';
import { readByRecordId } from '../existing/readByRecordId';

export interface PairsAfterMerges {
  /** Pairs as they are by now, each with the one that it was. */
  renamed: ReadonlyMap<Pair, Pair>;
  /** Did HubSpot answer for all of them, so that the others are as they were? */
  isComplete: boolean;
}

/** Finds those of pairs of which a record was merged into another one: HubSpot tells of them by that one's id. */
export async function pairsAfterMerges(
  pairs: readonly Pair[],
  { fromObjectType, toObjectType }: ObjectTypePair,
  client: HubspotClient,
): Promise<PairsAfterMerges> {
  const [from, to] = await Promise.all([
    idsAfterMerges(
      fromObjectType,
      pairs.map(({ fromId }) => fromId),
      client,
    ),
    idsAfterMerges(
      toObjectType,
      pairs.map(({ toId }) => toId),
      client,
    ),
  ]);
  const renamed = new Map<Pair, Pair>();
  for (const pair of pairs) {
    const fromId = from.now.get(pair.fromId) ?? pair.fromId;
    const toId = to.now.get(pair.toId) ?? pair.toId;
    if (fromId === pair.fromId && toId === pair.toId) continue;
    renamed.set({ fromId, toId, onEnd: [] }, pair);
  }
  return { renamed, isComplete: from.isComplete && to.isComplete };
}

/** The ids of what records were merged into, by their own. */
async function idsAfterMerges(objectType: string, ids: readonly string[], client: HubspotClient) {
  const { found, isComplete } = await readByRecordId(objectType, ids, [], client);
  const now = new Map<string, string>();
  for (const record of found) {
    if (record.id !== undefined) for (const id of mergedIds(record)) now.set(id, record.id);
  }
  for (const { id } of found) if (id !== undefined) now.delete(id);
  return { now, isComplete };
}
