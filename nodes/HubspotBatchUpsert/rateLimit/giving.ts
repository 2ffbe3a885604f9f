/**
 * How one that has more than half of what is used gives way, as plain data. Parts in proportion fill
 * the limit but never become equal: one that came later would stay small. All times in ms.
 */
export interface Giving {
  /** When it last gave something up. */
  at: number;
  /** How many requests of others counted then. */
  others: number;
  /** Part of its own that it gives up next: more where others take it, less where nobody does. */
  part: number;
  /** After how many windows it gives again: rarely where nobody takes what it gives. */
  everyWindows: number;
}

const FIRST_PART = 1 / 12;
const LEAST_PART = 1 / 48;
const MOST_PART = 1 / 8;

/** What was given up is left to the others for so long. */
const HELD_WINDOWS = 2;
const RAREST_WINDOWS = 16;

/** Others that have so much more of what was given up are taken to have wanted it. */
const TAKEN_PART = 1 / 3;

export function startGiving(): Giving {
  return { at: -Infinity, others: Infinity, part: FIRST_PART, everyWindows: HELD_WINDOWS };
}

/** Is what was given up still left to the others? */
export function isHeld({ at }: Giving, windowMs: number, now: number): boolean {
  return now < at + HELD_WINDOWS * windowMs;
}

/**
 * What is left of a claim after giving way; undefined where it is not the time to.
 *
 * @param others Requests of others that count now.
 */
export function giveWay(
  giving: Giving,
  claim: number,
  others: number,
  windowMs: number,
  now: number,
): number | undefined {
  if (now < giving.at + giving.everyWindows * windowMs) return undefined;
  const isTaken = others >= giving.others + claim * giving.part * TAKEN_PART;
  if (isTaken) {
    giving.part = Math.min(MOST_PART, giving.part * 2);
    giving.everyWindows = HELD_WINDOWS;
  } else if (giving.at > -Infinity) {
    giving.part = Math.max(LEAST_PART, giving.part / 2);
    giving.everyWindows = Math.min(RAREST_WINDOWS, giving.everyWindows * 2);
  }
  giving.at = now;
  giving.others = others;
  return claim * (1 - giving.part);
}
