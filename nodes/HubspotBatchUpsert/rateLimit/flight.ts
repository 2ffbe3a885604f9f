import type { Limit } from './sharing';

/** How many requests are under way, and how many HubSpot bears, as plain data. All times in ms. */
export interface Flight {
  underWay: number;
  /** Smoothed time from sending to the answer; undefined before the first answer. */
  latencyMs: number | undefined;
  /** As many as HubSpot bore after it was overloaded; Infinity where it never was. */
  ceiling: number;
  /** A request that was sent earlier says nothing about the ceiling of now. */
  loweredAt: number;
}

/** A window's requests are under way fast enough when they could leave within this part of it. */
const BURST_PART = 1 / 10;

const FEWEST = 4;
const UNKNOWN_LATENCY_MS = 500;
const LATENCY_WEIGHT = 1 / 8;

export function startFlight(): Flight {
  return { underWay: 0, latencyMs: undefined, ceiling: Infinity, loweredAt: -Infinity };
}

/**
 * Is enough under way? Enough is what fills the window at the latency of now; where HubSpot is
 * overloaded, what it bears.
 */
export function isFull(flight: Flight, limit: Limit): boolean {
  return flight.underWay >= Math.min(enough(flight, limit), Math.floor(flight.ceiling));
}

/** Notes that a request leaves. */
export function noteDeparture(flight: Flight): void {
  flight.underWay += 1;
}

/** Notes that the request did not leave after all. */
export function noteReleased(flight: Flight): void {
  flight.underWay -= 1;
}

/**
 * Takes over what a request's end tells. Overload halves what may be under way, once for all that
 * were under way together; every further round of successes lets one more through.
 *
 * @param sentAt When the request left, ms.
 */
export function noteArrival(
  flight: Flight,
  end: 'success' | 'overload' | 'other',
  limit: Limit,
  sentAt: number,
  now: number,
): void {
  if (end === 'overload' && sentAt >= flight.loweredAt) {
    flight.ceiling = Math.max(1, Math.min(flight.underWay, flight.ceiling) / 2);
    flight.loweredAt = now;
  }
  flight.underWay -= 1;
  if (end !== 'success') return;
  const latency = now - sentAt;
  flight.latencyMs =
    flight.latencyMs === undefined
      ? latency
      : flight.latencyMs + (latency - flight.latencyMs) * LATENCY_WEIGHT;
  flight.ceiling += 1 / flight.ceiling;
  if (flight.ceiling >= enough(flight, limit)) flight.ceiling = Infinity;
}

function enough({ latencyMs = UNKNOWN_LATENCY_MS }: Flight, { limit, windowMs }: Limit): number {
  return Math.max(FEWEST, Math.ceil((limit / (windowMs * BURST_PART)) * latencyMs));
}
