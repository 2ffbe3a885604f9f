import type { Clock } from '../../../nodes/HubspotBatchUpsert/rateLimit/clock';
import {
  countArrival,
  type Meter,
  type RateLimit,
} from '../../../sandbox/hubspot/limits/rateLimit';
import type { Course } from './simulate';

/** Somebody else on the account, who knows nothing of us. Times in ms of the traffic. */
export interface Consumer {
  /** Part of the limit that it asks for in a window. */
  share: number;
  /** Evenly over the window; all at its beginning; or again and again until it is let in. */
  manner: 'steady' | 'burst' | 'greedy';
  fromMs: number;
  untilMs: number;
}

const GREEDY_PAUSE_MS = 200;

export async function consume(
  { share, manner, fromMs, untilMs }: Consumer,
  { perWindow, windowMs }: RateLimit,
  meter: Meter,
  clock: Clock,
  course: Course,
  stopped: AbortSignal,
): Promise<void> {
  const startsAt = clock.now();
  const inWindow = Math.round(perWindow * share);
  const ask = () => {
    course.foreignRequests += 1;
    const isAccepted = countArrival(meter, clock.now()).refusedBy === null;
    if (!isAccepted) course.foreignThrottled += 1;
    return isAccepted;
  };
  await clock.sleep(fromMs);
  while (!stopped.aborted && clock.now() - startsAt < untilMs) {
    if (manner === 'burst') {
      for (let number = 0; number < inWindow; number += 1) ask();
      await clock.sleep(windowMs);
    } else {
      const isAccepted = ask();
      const pauseMs = manner === 'greedy' && !isAccepted ? GREEDY_PAUSE_MS : windowMs / inWindow;
      await clock.sleep(Math.round(pauseMs));
    }
  }
}
