import { startPace, type Pace } from '../../nodes/HubspotBatchUpsert/rateLimit/pace';
import { startSharing, type Sharing } from '../../nodes/HubspotBatchUpsert/rateLimit/sharing';

/** Long enough alone to have the whole limit. */
export const alone = (limit: number): Sharing => ({ ...startSharing(limit), claim: limit });

/** What is known of an account with ten requests a second, without a margin. */
export const known = (more: Partial<Pace> = {}): Pace => ({
  ...startPace(),
  limit: 10,
  windowMs: 1_000,
  marginMs: 0,
  sharing: alone(10),
  learntAt: 0,
  ...more,
});
