import { rateLimiterFor } from '../../nodes/HubspotBatchUpsert/rateLimit/rateLimiters';
import { hubspotResponse } from '../support/hubspotResponse';

const RESPONSE = hubspotResponse(200, {});
const LONG_MS = 3_600_000;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('executions on the same account share a rate limiter', () => {
  expect(rateLimiterFor('same')).toBe(rateLimiterFor('same'));
});

it('another account has its own', () => {
  expect(rateLimiterFor('one')).not.toBe(rateLimiterFor('another'));
});

it('what nobody has asked for in a long time is let go of', async () => {
  const unused = rateLimiterFor('unused');
  unused.learn(RESPONSE, await unused.acquire(1, undefined));
  jest.advanceTimersByTime(LONG_MS);
  rateLimiterFor('other');
  expect(rateLimiterFor('unused')).not.toBe(unused);
});

it('what was asked for lately is kept: a run may still be preparing its items', () => {
  const preparing = rateLimiterFor('preparing');
  jest.advanceTimersByTime(300_000);
  rateLimiterFor('other');
  expect(rateLimiterFor('preparing')).toBe(preparing);
});

it('what a run still uses is kept, however long it waits', async () => {
  const used = rateLimiterFor('used');
  let endWait = () => {};
  const use = used.inUse(() => new Promise<void>((resolve) => (endWait = resolve)));
  jest.advanceTimersByTime(LONG_MS);
  rateLimiterFor('other');
  expect(rateLimiterFor('used')).toBe(used);
  endWait();
  await use;
});
