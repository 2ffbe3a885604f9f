import type { Clock } from '../../../nodes/HubspotBatchUpsert/rateLimit/clock';
import type { Random } from '../../../sandbox/hubspot/random';

/** Times in which a machine stands still: nothing goes on before it is over. In ms. */
export interface Stalls {
  /** From the end of one to the beginning of the next, on the average. */
  everyMs: number;
  shortestMs: number;
  longestMs: number;
}

/** The clock of a machine that stands still now and then: whoever would wake meanwhile wakes after. */
export function stalling(clock: Clock, stalls: Stalls | undefined, random: Random): Clock {
  if (stalls === undefined) return clock;
  const { everyMs, shortestMs, longestMs } = stalls;
  let from = clock.now();
  let until = from;
  const endsAt = (now: number) => {
    while (until <= now) {
      from = until + random.int(0, 2 * everyMs);
      until = from + random.int(shortestMs, longestMs);
    }
    return now < from ? now : until;
  };
  return {
    now: clock.now,
    sleep: async (ms, signal) => {
      await clock.sleep(ms, signal);
      const now = clock.now();
      const goesOnAt = endsAt(now);
      if (goesOnAt > now) await clock.sleep(goesOnAt - now, signal);
    },
  };
}
