import { learn } from '../../nodes/HubspotBatchUpsert/rateLimit/learn';
import { noteSent, startPace } from '../../nodes/HubspotBatchUpsert/rateLimit/pace';
import { startUnseen, unseenNow } from '../../nodes/HubspotBatchUpsert/rateLimit/unseen';

const LIMIT = { limit: 80, windowMs: 10_000 };
const NO_HEADERS = { limit: undefined, windowMs: undefined, remaining: undefined };
const sending = { sentAt: 0, share: 1, own: 61, most: 61 };

it('nobody is taken to be there before a 429 tells of them', () => {
  expect(unseenNow(startUnseen(), LIMIT, 0)).toBe(0);
});

it('those of whom a 429 told leave one by one', () => {
  const unseen = { requests: 20, at: 0 };
  expect(unseenNow(unseen, LIMIT, 0)).toBe(20);
  expect(unseenNow(unseen, LIMIT, 50_000)).toBe(15);
  expect(unseenNow(unseen, LIMIT, 1_000_000)).toBe(0);
  expect(unseenNow({ requests: 20, at: 50_000 }, LIMIT, 70_000)).toBe(18);
});

it('a 429 without headers tells that the limit is used up, and lowers the claim', () => {
  const pace = startPace();
  pace.sharing.claim = 99;
  for (let sent = 0; sent < 61; sent += 1) noteSent(pace, { sentAt: 0, share: 1 });
  learn(pace, NO_HEADERS, sending, 'window', 100);
  expect(pace.unseen).toEqual({ requests: 40, at: 100 });
  expect(pace.sharing.claim).toBeLessThan(61);
});

it.each(['second', 'day'] as const)('one of the %s tells nothing of others', (policy) => {
  const pace = startPace();
  pace.sharing.claim = 99;
  learn(pace, NO_HEADERS, sending, policy, 100);
  expect(pace.sharing.claim).toBe(99);
  expect(pace.unseen).toEqual(startUnseen());
});
