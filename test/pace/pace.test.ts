import {
  learn,
  noteFirstAnswer,
  noteSent,
  ownInWindow,
  relax,
  startPace,
  throttle,
  waitMs,
  type Pace,
} from '../../nodes/HubspotBatchUpsert/pace/pace';
import { startSharing, type Sharing } from '../../nodes/HubspotBatchUpsert/pace/sharing';

/** Long enough alone to have the whole limit. */
const alone = (limit: number): Sharing => ({ ...startSharing(limit), claim: limit });

const known = (more: Partial<Pace> = {}): Pace => ({
  ...startPace(),
  limit: 10,
  windowMs: 1_000,
  marginMs: 0,
  sharing: alone(10),
  learntAt: 0,
  ...more,
});

const NO_HEADERS = { limit: undefined, windowMs: undefined, remaining: undefined };

/** Sends as soon as the pace allows, answered at once, for so long; gives the times. */
function sendFor(pace: Pace, durationMs: number, share = 1): number[] {
  const times: number[] = [];
  for (let now = 0; now < durationMs;) {
    const wait = waitMs(pace, share, now);
    if (wait > 0) now += wait;
    else {
      noteSent(pace, { sentAt: now, share });
      learn(pace, NO_HEADERS, ownInWindow(pace, now), now);
      times.push(now);
    }
  }
  return times;
}

function mostInAnyWindow(times: number[], windowMs: number): number {
  return Math.max(
    ...times.map((from) => times.filter((at) => at >= from && at < from + windowMs).length),
  );
}

describe('the pace', () => {
  it('assumes the lowest documented limit until HubSpot tells its own', () => {
    expect(mostInAnyWindow(sendFor(startPace(), 30_000), 10_000)).toBe(100);
  });

  it.each([1, 0.5, 0.1])('fills a share of %d of the window, and never more', (share) => {
    const times = sendFor(known(), 10_000, share);
    expect(mostInAnyWindow(times, 1_000)).toBe(10 * share);
    expect(times.length).toBeGreaterThanOrEqual(10 * share * 10);
  });

  it('lets one request through, however small the share', () => {
    expect(sendFor(known(), 2_500, 0.01)).toEqual([0, 1_000, 2_000]);
  });

  it('uses the burst at the start, spread over a tenth of the window', () => {
    const times = sendFor(known(), 1_000);
    expect(times).toHaveLength(10);
    expect(times.at(-1)).toBeCloseTo(90);
  });

  it('leaves a margin between two windows', () => {
    const times = sendFor(known({ marginMs: 50 }), 2_000);
    expect((times[10] ?? 0) - (times[0] ?? 0)).toBe(1_050);
  });

  it('counts the first request after a silence from its answer on: nobody knows when it arrived', () => {
    const pace = known({ limit: 2, sharing: alone(2) });
    noteSent(pace, { sentAt: 0, share: 1 });
    noteSent(pace, { sentAt: 100, share: 1 });
    noteFirstAnswer(pace, { sentAt: 0, share: 1 }, 300);
    expect(waitMs(pace, 1, 1_000)).toBe(100);
    noteSent(pace, { sentAt: 1_100, share: 1 });
    expect(waitMs(pace, 1, 1_200)).toBe(100);
  });

  it('leaves a first request alone that has left the window before its answer', () => {
    const pace = known();
    noteSent(pace, { sentAt: 0, share: 1 });
    noteSent(pace, { sentAt: 1_500, share: 1 });
    expect(ownInWindow(pace, 1_600)).toBe(1);
    noteFirstAnswer(pace, { sentAt: 0, share: 1 }, 1_600);
    expect(pace.sent).toEqual({ all: [1_500], under: new Map([[1, [1_500]]]) });
  });

  it('takes over limit and window from HubSpot, and keeps what it does not tell', () => {
    const pace = startPace();
    learn(pace, { limit: 190, windowMs: undefined, remaining: undefined }, 1, 0);
    expect(pace).toMatchObject({ limit: 190, windowMs: 10_000 });
    learn(pace, { limit: undefined, windowMs: 5_000, remaining: undefined }, 1, 0);
    expect(pace).toMatchObject({ limit: 190, windowMs: 5_000 });
  });

  it('forgets what was seen of others when two windows have passed without an answer', () => {
    const pace = known({ sharing: { ...alone(10), claim: 1, othersUntil: 500 } });
    expect(ownInWindow(pace, 2_000)).toBe(0);
    expect(pace.sharing.claim).toBe(1);
    expect(ownInWindow(pace, 2_001)).toBe(0);
    expect(pace.sharing).toEqual(startSharing(10));
  });

  it('forgets requests that have left the window', () => {
    const pace = known();
    for (const sentAt of [0, 500, 1_000]) noteSent(pace, { sentAt, share: 1 });
    expect(ownInWindow(pace, 1_400)).toBe(2);
    expect(ownInWindow(pace, 5_000)).toBe(0);
  });
});

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

  it('longer each time in a row, up to a window', () => {
    const pace = known({ windowMs: 10_000 });
    const blocks: number[] = [];
    for (let now = 0; blocks.length < 6; now = pace.blockedUntil) {
      throttle(pace, WINDOW, sent(now), now);
      blocks.push(pace.blockedUntil - now);
    }
    expect(blocks).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    relax(pace, sent(pace.blockedUntil - 1));
    expect(pace.throttled).toBe(6);
    relax(pace, sent(pace.blockedUntil));
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
    const late = known({ marginMs: 900 });
    throttle(late, WINDOW, sent(0), 0);
    expect(late.marginMs).toBe(1_000);
  });

  it.each(['second', 'day'] as const)('the margin stays where the limit is of a %s', (policy) => {
    const pace = known({ marginMs: 40 });
    throttle(pace, { policy, askedMs: undefined }, sent(0), 0);
    expect(pace.marginMs).toBe(40);
  });
});
