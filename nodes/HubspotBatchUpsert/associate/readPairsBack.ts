import { parseAssociationsRead, type HeldType } from '../hubspot/associations';
import { MAX_ASSOCIATIONS_READ } from '../hubspot/endpoints';
import { isSuccess } from '../hubspot/statuses';
import { MAX_PAGES } from '../http/pages';
import { inParts } from '../model/batch';
import type { Pair, PairTarget } from '../model/pair';
import type { HubspotClient } from '../delivery/client';
import type { ReadFrom } from '../delivery/requests';

export interface PairsReadBack {
  /** Pairs that HubSpot's store holds, with all types that the target asks for. */
  found: ReadonlySet<Pair>;
  /** Did HubSpot answer for all of them, so that what was not found is not there? */
  isComplete: boolean;
}

/** Looks into HubSpot's store for pairs that no response accounts for; all of one target. */
export async function readPairsBack(
  pairs: readonly Pair[],
  target: PairTarget,
  client: HubspotClient,
): Promise<PairsReadBack> {
  const wanted = new Map<string, Pair[]>();
  for (const pair of pairs) wanted.set(pair.fromId, [...(wanted.get(pair.fromId) ?? []), pair]);
  const found = new Set<Pair>();
  let isComplete = true;
  let pages = 0;
  const first = [...wanted.keys()].map((id): ReadFrom => ({ id }));
  const pending = inParts(first, MAX_ASSOCIATIONS_READ);
  let from = pending.shift();
  for (; from && pages < MAX_PAGES; from = pending.shift()) {
    pages += 1;
    const { result } = await client.readAssociations(target, from);
    const read = result?.kind === 'response' ? parseAssociationsRead(result.json) : undefined;
    isComplete &&= result?.kind === 'response' && isSuccess(result.status);
    isComplete &&= read !== undefined && read.errors.length === 0;
    const next: ReadFrom[] = [];
    for (const { fromId, to, after } of read?.records ?? []) {
      for (const { toId, types } of to) {
        const pair = wanted.get(fromId)?.find((each) => each.toId === toId);
        if (pair && hasAll(types, target)) found.add(pair);
      }
      if (after !== undefined) next.push({ id: fromId, after });
    }
    if (next.length > 0) pending.unshift(next);
  }
  return { found, isComplete: isComplete && from === undefined };
}

function hasAll(held: readonly HeldType[], { types = [] }: PairTarget): boolean {
  return types.every(({ associationCategory, associationTypeId }) =>
    held.some(
      ({ category = associationCategory, typeId }) =>
        category === associationCategory && typeId === associationTypeId,
    ),
  );
}
