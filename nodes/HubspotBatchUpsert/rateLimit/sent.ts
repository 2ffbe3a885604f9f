/** When requests of this process were sent, oldest first, as far as they may still count. In ms. */
export interface Sent {
  all: number[];
  /** Of these, the ones under each share of the limit. */
  under: Map<number, number[]>;
}

/** One request of these. */
export interface Departure {
  /** When it left, in ms by the pace's clock. */
  sentAt: number;
  /** The part of the limit that its run may use, above 0 and at most 1. */
  share: number;
}

export function startSent(): Sent {
  return { all: [], under: new Map() };
}

export function note(sent: Sent, { sentAt, share }: Departure): void {
  sent.all.push(sentAt);
  const under = sent.under.get(share);
  if (under) under.push(sentAt);
  else sent.under.set(share, [sentAt]);
}

/** The request counts no longer. */
export function takeOut(sent: Sent, { sentAt, share }: Departure): void {
  for (const times of [sent.all, sent.under.get(share) ?? []]) {
    const position = times.lastIndexOf(sentAt);
    if (position >= 0) times.splice(position, 1);
  }
}

/** How many left later than one time and not later than another. */
export function countBetween({ all }: Sent, after: number, until: number): number {
  return Math.max(0, countUntil(all, until) - countUntil(all, after));
}

/** How many of the times, which are in order, are not later. Many may be held where nothing limits. */
function countUntil(times: readonly number[], until: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) <= until) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Forgets all that left by then. */
export function forget(sent: Sent, until: number): void {
  dropUntil(sent.all, until);
  for (const [share, times] of sent.under) {
    dropUntil(times, until);
    if (times.length === 0) sent.under.delete(share);
  }
}

function dropUntil(times: number[], until: number): void {
  while ((times[0] ?? Infinity) <= until) times.shift();
}
