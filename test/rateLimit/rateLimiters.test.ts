import { pacerFor } from '../../nodes/HubspotBatchUpsert/rateLimit/rateLimiters';
import type { Answer } from '../../nodes/HubspotBatchUpsert/http/response';

const ANSWER: Answer = { kind: 'answered', status: 200, headers: {}, json: {}, text: '' };
const LONG_MS = 3_600_000;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('executions on the same account share a pacer', () => {
  expect(pacerFor('same')).toBe(pacerFor('same'));
});

it('another account has its own', () => {
  expect(pacerFor('one')).not.toBe(pacerFor('another'));
});

it('what nobody has asked for in a long time is let go of', async () => {
  const unused = pacerFor('unused');
  unused.learn(ANSWER, await unused.turn(1, undefined), 0);
  jest.advanceTimersByTime(LONG_MS);
  pacerFor('other');
  expect(pacerFor('unused')).not.toBe(unused);
});

it('what was asked for lately is kept: a run may still be preparing its items', () => {
  const preparing = pacerFor('preparing');
  jest.advanceTimersByTime(300_000);
  pacerFor('other');
  expect(pacerFor('preparing')).toBe(preparing);
});

it('what a run still uses is kept, however long it waits', async () => {
  const used = pacerFor('used');
  let endWait = () => {};
  const use = used.inUse(() => new Promise<void>((resolve) => (endWait = resolve)));
  jest.advanceTimersByTime(LONG_MS);
  pacerFor('other');
  expect(pacerFor('used')).toBe(used);
  endWait();
  await use;
});
