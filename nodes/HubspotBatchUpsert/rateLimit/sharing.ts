import { giveWay, isHeld, startGiving, type Giving } from './giving';
import {
  areOthers,
  highest,
  isAfterReset,
  othersGrowth,
  remember,
  usualOthers,
  type Sighting,
} from './sightings';

/**
 * What this process may have of the limit, going by what its answers show of others: other
 * processes of n8n on the same account, or anything else. As plain data; all times in ms.
 */
export interface Sharing {
  /** Requests of this process for which there is room in one window. */
  claim: number;
  /** The last ones, oldest first. */
  sightings: Sighting[];
  /** Others were seen not long ago: until then they are taken to be there. */
  othersUntil: number;
  giving: Giving;
}

/** HubSpot's rate limit. */
export interface Limit {
  /** Requests in one window. */
  limit: number;
  windowMs: number;
}

/** Parts of the limit by which requests may outnumber those of which an answer is known. */
const STEP_ALONE = 1 / 4;
const FIRST_STEP_BESIDE_OTHERS = 1 / 24;
const STEP_BESIDE_OTHERS = 1 / 18;

/** Beside others the edge of the window is not to be met exactly. */
const SHARED_PART = 0.98;

/** Lets one that comes late grow at the cost of those that use more. */
const LEAST_CLAIM = 0.5;

/** Alone, too, so much of the limit is left free, or nobody who comes later could show himself. */
const DOOR_PART = 1 / 64;

/** Some of the own requests may be missing for a moment: no more than this is given up for one 429. */
const KEPT_PART = 1 / 2;

/** Nobody's part falls below this, or nobody would see him. */
const LEAST_PART = 1 / 48;

/** One that has so much of what is used is surely greater than any other. */
const GREATEST_FROM = 0.55;

/** One that has less of the limit came late, or there are many. */
const SMALL_BELOW = 1 / 14;

/** Where so much is used, all have come to rest, and room is what somebody has given up. */
const CROWDED_FROM = 0.83;

/** Where so much is used, nothing is left that others could take. */
const FULL_FROM = 0.93;

/** So much of such room a small one takes at once. */
const SMALL_STEP = 1 / 8;

export function startSharing(limit: number): Sharing {
  return {
    claim: limit * STEP_ALONE,
    sightings: [],
    othersUntil: -Infinity,
    giving: startGiving(),
  };
}

/**
 * Takes over what an answer shows, and claims more or less.
 *
 * @param ownNow Requests of this process that count now.
 */
export function see(sharing: Sharing, sighting: Sighting, limit: Limit, ownNow: number): void {
  const { sightings } = sharing;
  const wereOthers = sighting.at < sharing.othersUntil;
  if (wereOthers && isAfterReset(sighting)) return;
  remember(sightings, sighting, limit.windowMs);
  if (areOthers(sightings)) {
    sharing.othersUntil = sighting.at + limit.windowMs;
    if (!wereOthers) sharing.claim = Math.max(ownNow, limit.limit * FIRST_STEP_BESIDE_OTHERS);
  }
  sharing.claim =
    sighting.at < sharing.othersUntil
      ? Math.max(limit.limit * LEAST_PART, claimBesideOthers(sharing, sighting, limit))
      : claimAlone(sharing, sighting, limit);
}

/** Are others there, and did the last answer show less of the limit used than where all have come to rest? */
export function sawRoomBesideOthers(
  { sightings, othersUntil }: Sharing,
  { limit }: Limit,
  now: number,
): boolean {
  const last = sightings[sightings.length - 1];
  return now < othersUntil && last !== undefined && last.used < limit * CROWDED_FROM;
}

function claimAlone({ claim }: Sharing, { own }: Sighting, { limit }: Limit): number {
  const most = limit - Math.floor(limit * DOOR_PART);
  return Math.min(most, Math.max(claim, own + limit * STEP_ALONE));
}

/**
 * A part in proportion to what this process uses, so that all who do so fill the limit together.
 * It grows step by step, and only once the step before was seen to fit and the others have come to
 * rest: what they send meanwhile shows in no answer yet. The greatest gives way now and then, and
 * whoever is small takes that first, so that one that comes late gets its part.
 */
function claimBesideOthers(
  { claim, sightings, giving }: Sharing,
  { at, own, used }: Sighting,
  { limit, windowMs }: Limit,
): number {
  const whole = limit * SHARED_PART;
  const isCrowded = used > limit * CROWDED_FROM;
  const isGreatest = own > used * GREATEST_FROM;
  if (isGreatest && used > limit * FULL_FROM) {
    const left = giveWay(giving, Math.min(claim, own), usualOthers(sightings), windowMs, at);
    if (left !== undefined) return left;
  }
  if (isCrowded && used < limit && own < limit * SMALL_BELOW) {
    return own < Math.floor(claim) ? claim : claim + Math.max(0, whole - used) * SMALL_STEP;
  }
  if (used > whole) {
    const ours = used < limit ? highest(sightings, 'own') : Math.max(own, claim * KEPT_PART);
    return Math.min(claim, (ours * whole) / used);
  }
  if (own < Math.floor(claim)) return claim;
  if (isGreatest && isHeld(giving, windowMs, at)) return claim;
  const room = Math.max(0, whole - highest(sightings, 'used') - othersGrowth(sightings));
  const part = (claim + LEAST_CLAIM) / (used + LEAST_CLAIM);
  return claim + Math.min(room * part, limit * STEP_BESIDE_OTHERS);
}
