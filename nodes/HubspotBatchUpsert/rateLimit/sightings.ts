/** What counted when a request arrived, that one included. In ms. */
export interface Sighting {
  /** When its answer came. */
  at: number;
  /** Requests of this process. */
  own: number;
  /** Requests of this process that may have counted, however long each was on its way. */
  most: number;
  /** Requests of all, going by what HubSpot says is left. */
  used: number;
}

/** Requests overtake each other: a few that seem to be others' may be a false impression. */
const FALSE_IMPRESSION = 2;
const FALSE_PART = 1 / 8;
const IMPRESSIONS = 9;

/** Requests that are about to be sent again are missing for a moment: so long a look sees them. */
const LOOK_PART = 1 / 10;

/** Adds one to the last ones, and forgets those that a look of now does not see. */
export function remember(sightings: Sighting[], sighting: Sighting, windowMs: number): void {
  sightings.push(sighting);
  const age = ({ at }: Sighting) => (sighting.at - at) / windowMs;
  const isPast = (oldest: Sighting) =>
    age(oldest) > (sightings.length > IMPRESSIONS ? LOOK_PART : 1);
  while (sightings[0] && isPast(sightings[0])) sightings.shift();
}

/**
 * Is anybody else there? For certain where more counted than this process can have sent, which shows
 * a single request of theirs at the end of a burst; else by what is usual.
 */
export function areOthers(sightings: readonly Sighting[]): boolean {
  const last = sightings[sightings.length - 1];
  if (last === undefined) return false;
  return (
    last.used > last.most ||
    usualOthers(sightings) > Math.min(FALSE_IMPRESSION, last.own * FALSE_PART)
  );
}

/** How many requests others seem to have: the middle one of the last impressions. */
export function usualOthers(sightings: readonly Sighting[]): number {
  const others = sightings.slice(-IMPRESSIONS).map(othersIn);
  return others.sort((a, b) => a - b)[others.length >> 1] ?? 0;
}

/** By how much others have grown since the first one. */
export function othersGrowth(sightings: readonly Sighting[]): number {
  const [first] = sightings;
  const last = sightings[sightings.length - 1];
  return first && last ? Math.max(0, othersIn(last) - othersIn(first)) : 0;
}

export function highest(sightings: readonly Sighting[], of: 'own' | 'used'): number {
  return Math.max(...sightings.map((sighting) => sighting[of]));
}

/** Windows that do not roll begin anew, and own requests of the one before count no longer. */
export function isAfterReset({ own, used }: Sighting): boolean {
  return used < own;
}

function othersIn({ own, used }: Sighting): number {
  return used - own;
}
