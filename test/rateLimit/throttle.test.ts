import { noteSent, waitMs } from '../../nodes/HubspotBatchUpsert/rateLimit/pace';
import { relax, throttle } from '../../nodes/HubspotBatchUpsert/rateLimit/throttle';
import { alone, known } from './known';

const WINDOW = { policy: 'window', askedMs: undefined } as const;
const sent = (sentAt: number) => ({ sentAt, share: 1 });

describe('after a 429', () => {
  it('the request that was thrown back counts no longer', () => {
    const pace = known();
    for (const sentAt of [10, 20, 30]) noteSent(pace, sent(sentAt));
    throttle(pace, WINDOW, sent(20), 40);
    expect(pace.sent).toEqual({ all: [10, 30], under: new Map([[1, [10, 30]]]) });
  });

  it('everyone waits once, together', () => {
    const pace = known({ windowMs: 10_000 });
    throttle(pace, WINDOW, sent(-20), 0);
    throttle(pace, WINDOW, sent(-10), 10);
    expect(waitMs(pace, 1, 10)).toBe(990);
    throttle(pace, WINDOW, sent(-10), 1_200);
    expect(waitMs(pace, 1, 1_200)).toBe(0);
  });

  it('everyone waits as long as HubSpot asks, be it longer or shorter', () => {
    const pace = known({ windowMs: 10_000 });
    throttle(pace, { ...WINDOW, askedMs: 30_000 }, sent(-20), 0);
    throttle(pace, { ...WINDOW, askedMs: 20_000 }, sent(-10), 10);
    expect(waitMs(pace, 1, 10)).toBe(29_990);
    const other = known({ windowMs: 10_000 });
    throttle(other, { ...WINDOW, askedMs: 0 }, sent(-20), 0);
    expect(waitMs(other, 1, 0)).toBe(0);
  });

  it('longer where HubSpot asks once more, which is still the same 429 in a row', () => {
    const pace = known({ windowMs: 10_000 });
    throttle(pace, { ...WINDOW, askedMs: 5_000 }, sent(-20), 0);
    throttle(pace, { ...WINDOW, askedMs: 30_000 }, sent(-10), 10);
    expect(pace).toMatchObject({ blockedUntil: 30_010, throttled: 1 });
  });

  it('longer each time in a row, up to a window', () => {
    const pace = known({ windowMs: 10_000 });
    const blocks: number[] = [];
    for (let now = 0; blocks.length < 6; now = pace.blockedUntil) {
      throttle(pace, WINDOW, sent(now), now);
      blocks.push(pace.blockedUntil - now);
    }
    expect(blocks).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    relax(pace, sent(pace.blockedUntil - 1), 0);
    expect(pace.throttled).toBe(6);
    relax(pace, sent(pace.blockedUntil), 0);
    throttle(pace, WINDOW, sent(100_000), 100_000);
    expect(pace.blockedUntil).toBe(101_000);
  });

  it('a second at most where the policy looks at one second', () => {
    const pace = known({ windowMs: 10_000, throttled: 5 });
    throttle(pace, { ...WINDOW, policy: 'second' }, sent(0), 0);
    expect(pace.blockedUntil).toBe(1_000);
  });

  it('the margin grows where nobody else is about', () => {
    const onItsOwn = known({ marginMs: 40 });
    throttle(onItsOwn, WINDOW, sent(0), 0);
    expect(onItsOwn.marginMs).toBe(80);
    const beside = known({ marginMs: 40, sharing: { ...alone(10), othersUntil: 1 } });
    throttle(beside, WINDOW, sent(0), 0);
    expect(beside.marginMs).toBe(40);
    const since = known({ marginMs: 40, sharing: { ...alone(10), othersUntil: 1 } });
    throttle(since, WINDOW, sent(0), 1);
    expect(since.marginMs).toBe(80);
    const late = known({ marginMs: 900 });
    throttle(late, WINDOW, sent(0), 0);
    expect(late.marginMs).toBe(1_000);
  });

  it.each(['second', 'day'] as const)('the margin stays where the limit is of a %s', (policy) => {
    const pace = known({ marginMs: 40 });
    throttle(pace, { policy, askedMs: undefined }, sent(0), 0);
    expect(pace.marginMs).toBe(40);
  });

  it('the margin grows narrower again when all has been quiet for long, down to what it was', () => {
    const pace = known({ marginMs: 400, marginSetAt: 0 });
    relax(pace, sent(5_000), 5_999);
    expect(pace.marginMs).toBe(400);
    relax(pace, sent(6_000), 6_000);
    expect(pace.marginMs).toBe(320);
    relax(pace, sent(6_000), 11_999);
    expect(pace.marginMs).toBe(320);
    for (let now = 12_000; now < 100_000; now += 1_000) relax(pace, sent(now), now);
    expect(pace.marginMs).toBe(80);
  });
});
