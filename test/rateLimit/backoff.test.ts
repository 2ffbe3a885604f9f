import { Backoff } from '../../nodes/HubspotBatchUpsert/rateLimit/backoff';
import type { RateLimitHit } from '../../nodes/HubspotBatchUpsert/rateLimit/rateLimitHeaders';

const LIMIT = { requests: 100, windowMs: 10_000 };
const HIT: RateLimitHit = { policy: 'window', askedMs: undefined };

it('all wait once, together', () => {
  const backoff = new Backoff();
  backoff.onRateLimited(HIT, -20, LIMIT, 0);
  backoff.onRateLimited(HIT, -10, LIMIT, 10);
  expect(backoff).toMatchObject({ blockedUntil: 1_000, askedUntil: -Infinity });
});

it('all wait as long as HubSpot asks, be it longer or shorter', () => {
  const longer = new Backoff();
  longer.onRateLimited({ ...HIT, askedMs: 30_000 }, -20, LIMIT, 0);
  longer.onRateLimited({ ...HIT, askedMs: 20_000 }, -10, LIMIT, 10);
  expect(longer).toMatchObject({ blockedUntil: 30_000, askedUntil: 30_000 });
  const shorter = new Backoff();
  shorter.onRateLimited({ ...HIT, askedMs: 0 }, -20, LIMIT, 0);
  expect(shorter.blockedUntil).toBe(0);
});

it('longer where HubSpot asks once more, which is still the same 429 in a row', () => {
  const backoff = new Backoff();
  backoff.onRateLimited({ ...HIT, askedMs: 5_000 }, -20, LIMIT, 0);
  backoff.onRateLimited({ ...HIT, askedMs: 30_000 }, -10, LIMIT, 10);
  expect(backoff.blockedUntil).toBe(30_010);
  backoff.onRateLimited(HIT, 30_010, LIMIT, 30_010);
  expect(backoff.blockedUntil).toBe(32_010);
});

it('twice as long each time in a row, up to a window', () => {
  const backoff = new Backoff();
  const waits: number[] = [];
  for (let now = 0; waits.length < 6; now = backoff.blockedUntil) {
    backoff.onRateLimited(HIT, now, LIMIT, now);
    waits.push(backoff.blockedUntil - now);
  }
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});

it.each([
  ['after the last wait, the row has ended', 1_000, 1_000],
  ['before, it goes on', 999, 2_000],
])('where a request passes that was sent %s', (_, sentAt, waitMs) => {
  const backoff = new Backoff();
  backoff.onRateLimited(HIT, 0, LIMIT, 0);
  backoff.recover(sentAt);
  backoff.onRateLimited(HIT, 5_000, LIMIT, 5_000);
  expect(backoff.blockedUntil - 5_000).toBe(waitMs);
});

it('a second at most where the policy looks at one second', () => {
  const backoff = new Backoff();
  backoff.onRateLimited(HIT, 0, LIMIT, 0);
  backoff.onRateLimited({ ...HIT, policy: 'second' }, 1_000, LIMIT, 1_000);
  expect(backoff.blockedUntil).toBe(2_000);
});
