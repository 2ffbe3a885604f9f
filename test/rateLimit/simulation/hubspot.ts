import type { Clock } from '../../../nodes/HubspotBatchUpsert/rateLimit/clock';
import type { HttpResult } from '../../../nodes/HubspotBatchUpsert/http/response';
import { countArrival, type Meter } from '../../../sandbox/hubspot/limits/rateLimit';
import { rateLimitHeaders } from '../../../sandbox/hubspot/limits/rateLimitHeaders';
import type { Random } from '../../../sandbox/hubspot/random';
import { hubspotResponse } from '../../support/hubspotResponse';
import type { Traffic } from './simulate';

/** A time in which HubSpot refuses a part of what it would take otherwise. In ms of the traffic. */
export interface Trouble {
  status: number;
  rate: number;
  fromMs: number;
  untilMs: number;
}

/** Answers one request after the time that it takes. */
export type Hubspot = () => Promise<HttpResult>;

/** HubSpot as a process sees it: its limit, and the way there and back. */
export function hubspot(
  { latency, transitMs, hasHeaders, trouble }: Traffic,
  meter: Meter,
  random: Random,
  clock: Clock,
): Hubspot {
  const startsAt = clock.now();
  const isTroubled = () => {
    const at = clock.now() - startsAt;
    return trouble && at >= trouble.fromMs && at < trouble.untilMs && random.chance(trouble.rate);
  };
  return async () => {
    await clock.sleep(random.int(0, transitMs));
    const standing = countArrival(meter, clock.now());
    const isThrottled = standing.refusedBy !== null;
    const status = isThrottled ? 429 : isTroubled() ? trouble!.status : 200;
    await clock.sleep(isThrottled ? latency.minMs : random.int(latency.minMs, latency.maxMs));
    const headers = hasHeaders ? Object.entries(rateLimitHeaders(standing)) : [];
    return hubspotResponse(
      status,
      isThrottled ? { policyName: standing.refusedBy } : {},
      Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value])),
    );
  };
}
