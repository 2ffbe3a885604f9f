import {
  learn,
  noteSent,
  ownInWindow,
  quota,
  relax,
  startPace,
  throttle,
  waitMs,
  type Pace,
} from '../../nodes/HubspotBatchUpsert/pace/pace';

const known = (more: Partial<Pace> = {}): Pace => ({
  ...startPace(),
  limit: 10,
  windowMs: 1_000,
  marginMs: 0,
  ...more,
});

/** Sends as soon as the pace allows, for so long; gives the times. */
function sendFor(pace: Pace, durationMs: number, share = 1): number[] {
  const times: number[] = [];
  for (let now = 0; now < durationMs;) {
    const wait = waitMs(pace, share, now);
    if (wait > 0) now += wait;
    else {
      noteSent(pace, now);
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

  it('takes over limit and window from HubSpot, and keeps what it does not tell', () => {
    const pace = startPace();
    learn(pace, { limit: 190, windowMs: undefined, remaining: undefined }, 1);
    expect(pace).toMatchObject({ limit: 190, windowMs: 10_000, foreign: 0 });
    learn(pace, { limit: undefined, windowMs: 5_000, remaining: undefined }, 1);
    expect(pace).toMatchObject({ limit: 190, windowMs: 5_000 });
  });

  it('sees what others use in what is left', () => {
    const pace = known();
    learn(pace, { limit: 10, windowMs: 1_000, remaining: 4 }, 2);
    expect(pace.foreign).toBe(4);
    learn(pace, { limit: 10, windowMs: 1_000, remaining: 9 }, 2);
    expect(pace.foreign).toBe(0);
  });

  it('leaves to others what they use, and grows to its part step by step', () => {
    const pace = known({ limit: 100, foreign: 50 });
    const quotas: number[] = [];
    for (let round = 0; round < 10; round += 1) {
      quotas.push(quota(pace, 1));
      pace.sentAt = Array.from({ length: quota(pace, 1) }, () => 0);
    }
    expect(quotas.slice(0, 3)).toEqual([1, 2, 4]);
    expect(quotas.at(-1)).toBeGreaterThan(40);
    expect(Math.max(...quotas)).toBeLessThanOrEqual(50);
  });

  it('forgets requests that have left the window', () => {
    const pace = known({ sentAt: [0, 500, 1_000] });
    expect(ownInWindow(pace, 1_400)).toBe(2);
    expect(ownInWindow(pace, 5_000)).toBe(0);
  });
});

describe('after a 429', () => {
  it('everyone waits once, together', () => {
    const pace = known({ windowMs: 10_000 });
    throttle(pace, false, 0);
    throttle(pace, false, 10);
    expect(waitMs(pace, 1, 10)).toBe(990);
  });

  it('longer each time in a row, up to a window', () => {
    const pace = known({ windowMs: 10_000 });
    const blocks: number[] = [];
    for (let now = 0; blocks.length < 6; now = pace.blockedUntil) {
      throttle(pace, false, now);
      blocks.push(pace.blockedUntil - now);
    }
    expect(blocks).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    relax(pace);
    throttle(pace, false, 100_000);
    expect(pace.blockedUntil).toBe(101_000);
  });

  it('a second at most where the policy looks at one second', () => {
    const pace = known({ windowMs: 10_000, throttled: 5 });
    throttle(pace, true, 0);
    expect(pace.blockedUntil).toBe(1_000);
  });

  it('the margin grows where nobody else is about', () => {
    const alone = known({ marginMs: 40 });
    throttle(alone, false, 0);
    expect(alone.marginMs).toBe(80);
    const beside = known({ marginMs: 40, foreign: 5 });
    throttle(beside, false, 0);
    expect(beside.marginMs).toBe(40);
    const late = known({ marginMs: 900 });
    throttle(late, false, 0);
    expect(late.marginMs).toBe(1_000);
  });
});
