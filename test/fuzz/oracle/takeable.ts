import { otherTypesOf } from '../cases/otherRecords';
import { askedOfWrite, NO_TYPE, type AskedPair } from './askedPairs';
import { groupBy } from './groupBy';
import type { LinkTrial } from './links';

/**
 * Items whose associations HubSpot takes whatever the order in which they come; of the others it refuses
 * some, or may.
 */
export function surelyAssociated(trial: LinkTrial): Set<number> {
  const { given, evidence, writes } = trial;
  const { associating, target } = given;
  if (associating === undefined) return new Set(given.rows.keys());
  const asked = writes.flatMap((write) =>
    Array.from(askedOfWrite(write, given, evidence), ([index, pairs]) => ({ index, write, pairs })),
  );
  const ends = asked.flatMap(({ write, pairs }) =>
    pairs.map((pair): AskedPair & Ends => ({ ...pair, fromId: fromIdOf(write, trial) })),
  );
  const { limits, isPermissionMissing } = associating.account;
  const before = evidence.linksBefore.map((link): Ends => ({ ...link }));
  const byOther = countOthers([...before, ...ends], otherEnd, ({ fromId }) => fromId);
  const byOwn = countOthers([...before, ...ends], ownEnd, ({ toId }) => toId);
  // HubSpot hears of all labels of two records together, and refuses them all for one that is none; the
  // default one is among them where an item gives its number.
  const spoiled = new Set(ends.filter(({ typeId }) => typeId === NO_TYPE).map(bothEnds));
  const isSpoiled = (end: AskedPair & Ends) =>
    end.labels.some((label) => label !== '') && spoiled.has(bothEnds(end));
  const isSure = (pair: AskedPair, fromId: string): boolean => {
    const type = otherTypesOf(target).find(({ objectType }) => objectType === pair.toObjectType);
    const isOwnType = pair.toObjectType === target.objectType;
    if (isPermissionMissing || !type?.isAllowed || isSpoiled({ ...pair, fromId })) return false;
    if (isOwnType) return pair.toId !== fromId;
    const end = { ...pair, fromId };
    return (
      byOther.get(otherEnd(end))! <= (limits.ofOthers ?? Infinity) &&
      byOwn.get(ownEnd(end))! <= (limits.ofOwn ?? Infinity)
    );
  };
  return new Set(
    asked
      .filter(({ write, pairs }) => pairs.every((pair) => isSure(pair, fromIdOf(write, trial))))
      .map(({ index }) => index),
  );
}

interface Ends {
  fromId: string;
  toObjectType: string;
  toId: string;
}

/** A record that is not there is its own. */
function fromIdOf({ id }: LinkTrial['writes'][number], { evidence }: LinkTrial): string {
  return evidence.after.get(id)?.id ?? id;
}

function otherEnd({ toObjectType, toId }: Ends): string {
  return `${toObjectType} ${toId}`;
}

function bothEnds({ fromId, toObjectType, toId }: Ends): string {
  return `${fromId} ${toObjectType} ${toId}`;
}

function ownEnd({ toObjectType, fromId }: Ends): string {
  return `${fromId} ${toObjectType}`;
}

function countOthers(
  pairs: readonly Ends[],
  end: (pair: Ends) => string,
  other: (pair: Ends) => string,
): Map<string, number> {
  return new Map(
    Array.from(groupBy(pairs, end), ([key, group]) => [key, new Set(group.map(other)).size]),
  );
}
