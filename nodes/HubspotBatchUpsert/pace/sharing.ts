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
}

/** What counted when a request arrived, that one included. */
export interface Sighting {
  /** When its answer came. */
  at: number;
  /** Requests of this process. */
  own: number;
  /** Requests of all, going by what HubSpot says is left. */
  used: number;
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

/** Requests overtake each other: a few that seem to be others' may be a false impression. */
const FALSE_IMPRESSION = 2;
const FALSE_PART = 1 / 8;
const IMPRESSIONS = 9;

/** Requests that are about to be sent again are missing for a moment: so long a look sees them. */
const LOOK_PART = 1 / 10;

export function startSharing(limit: number): Sharing {
  return { claim: limit * STEP_ALONE, sightings: [], othersUntil: -Infinity };
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
      ? claimBesideOthers(sharing, sighting, limit)
      : Math.min(limit.limit, Math.max(sharing.claim, sighting.own + limit.limit * STEP_ALONE));
}

/**
 * A part in proportion to what this process uses, so that all who do so fill the limit together.
 * It grows step by step, and only once the step before was seen to fit and the others have come to
 * rest: what they send meanwhile shows in no answer yet.
 */
function claimBesideOthers(
  { claim, sightings }: Sharing,
  { own, used }: Sighting,
  { limit }: Limit,
): number {
  const whole = limit * SHARED_PART;
  if (used > whole) return Math.min(claim, (highest(sightings, 'own') * whole) / used);
  if (own < Math.floor(claim)) return claim;
  const room = Math.max(0, whole - highest(sightings, 'used') - othersGrowth(sightings));
  const part = (claim + LEAST_CLAIM) / (used + LEAST_CLAIM);
  return claim + Math.min(room * part, limit * STEP_BESIDE_OTHERS);
}

function areOthers(sightings: readonly Sighting[]): boolean {
  const last = sightings.slice(-IMPRESSIONS);
  const foreign = last.map(othersIn).sort((a, b) => a - b);
  const own = last[last.length - 1]?.own ?? 0;
  return (foreign[foreign.length >> 1] ?? 0) > Math.min(FALSE_IMPRESSION, own * FALSE_PART);
}

/** Windows that do not roll begin anew, and own requests of the one before count no longer. */
function isAfterReset({ own, used }: Sighting): boolean {
  return used < own;
}

function othersIn({ own, used }: Sighting): number {
  return used - own;
}

function othersGrowth(sightings: readonly Sighting[]): number {
  const [first] = sightings;
  const last = sightings[sightings.length - 1];
  return first && last ? Math.max(0, othersIn(last) - othersIn(first)) : 0;
}

function highest(sightings: readonly Sighting[], of: 'own' | 'used'): number {
  return Math.max(...sightings.map((sighting) => sighting[of]));
}

function remember(sightings: Sighting[], sighting: Sighting, windowMs: number): void {
  sightings.push(sighting);
  const age = ({ at }: Sighting) => (sighting.at - at) / windowMs;
  const isPast = (oldest: Sighting) =>
    age(oldest) > (sightings.length > IMPRESSIONS ? LOOK_PART : 1);
  while (sightings[0] && isPast(sightings[0])) sightings.shift();
}
