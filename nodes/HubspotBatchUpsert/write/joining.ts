import { needsReading } from '../decide/decide';
import { objectTypeInPaths } from '../hubspot/objectTypeNames';
import type { Joining } from '../delivery/sender';
import { readBack } from '../existing/lookUp';
import { whole, type Share } from '../join/share';
import type { HttpResult } from '../http/response';
import type { Batch } from '../model/batch';
import { idAfterWrite, type RecordWrite } from '../model/record';
import type { Target } from '../model/target';
import { tellApart, tellApartByStore, type ToldApart } from '../response/tellApart';
import { folded } from '../values/sameValue';
import { comparableId } from '../values/searchedId';
import type { WriteContext } from './writeContext';

/**
 * What the records of a batch allow: what may travel with them, and how they are told from it. Those that
 * were read before have their turn already.
 */
export function joiningOf({ target, members: writes }: Batch, context: WriteContext): Joining {
  return {
    members: writes,
    way: target.idProperty,
    records: needsReading(target, context.settings) ? [] : namesOf(writes, target),
    traceIds: writes.map(({ traceId }) => traceId),
    mostAtOnce: Math.min(target.batchSize, context.settings.batchSize),
    // What was refused or lost before is found out by itself.
    mayJoin: writes.every(isFresh),
    tellApart: async (result, batches) => await tellByAll(result, batches, context),
  };
}

/** What stands for the records in the order of writes. One that is given a new key may stand under either. */
export function namesOf(writes: readonly RecordWrite[], target: Target): string[] {
  const { objectType, idProperty, lookup } = target;
  const kind = `${objectTypeInPaths(objectType)} ${idProperty}`;
  const nameOf = (id: string): string => {
    const found = lookup === 'search' ? comparableId(target, id) : id;
    return `${kind} ${folded(found)}`;
  };
  const names: string[] = [];
  for (const write of writes) {
    const after = idAfterWrite(write);
    if (after !== write.id) names.push(nameOf(write.id));
    names.push(nameOf(after));
  }
  return names;
}

function isFresh(write: RecordWrite): boolean {
  return (
    write.refusal === undefined &&
    write.mayBeWritten !== true &&
    write.contradictions === undefined &&
    write.isWithoutRefused !== true
  );
}

/** By the response, and where that tells of all together, by one look into HubSpot's store. */
async function tellByAll(
  result: HttpResult,
  batches: ReadonlyArray<readonly RecordWrite[]>,
  context: WriteContext,
): Promise<Share[]> {
  const told = tellApart(result, batches);
  for (const write of told.created) write.wasCreated = true;
  if (told.unpaired.length === 0 || result.kind !== 'response') return told.parts.map(toShare);
  const { found } = await readBack(told.unmentioned, context);
  return tellApartByStore(result, batches, told, found).map(toShare);
}

function toShare(part: ToldApart['parts'][number]): Share {
  if (typeof part === 'object') return whole(part);
  return { isTold: false, isOutcomeUnknown: part === 'untold' };
}
