import { learn } from '../../nodes/HubspotBatchUpsert/rateLimit/learn';
import {
  countFromAnswer,
  isUnanswered,
  noteSent,
  ownInWindow,
  startPace,
  waitMs,
  type Pace,
} from '../../nodes/HubspotBatchUpsert/rateLimit/pace';
import { startSharing } from '../../nodes/HubspotBatchUpsert/rateLimit/sharing';
import { alone, known } from './known';

const NO_HEADERS = { limit: undefined, windowMs: undefined, remaining: undefined };

/** The first request of a process. */
const FIRST = { sentAt: 0, share: 1, own: 1, most: 1 };

/** Sends as soon as the pace allows, answered at once, for so long; gives the times. */
function sendFor(pace: Pace, durationMs: number, share = 1): number[] {
  const times: number[] = [];
  for (let now = 0; now < durationMs;) {
    const wait = waitMs(pace, share, now);
    if (wait > 0) now += wait;
    else {
      noteSent(pace, { sentAt: now, share });
      const own = ownInWindow(pace, now);
      learn(pace, NO_HEADERS, { sentAt: now, share, own, most: own }, undefined, now);
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
    expect(mostInAnyWindow(sendFor(startPace(), 30_000), 10_000)).toBe(100 - 1);
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

  it('counts a request from its answer on where nobody knows when it arrived', () => {
    const pace = known({ limit: 2, sharing: alone(2) });
    noteSent(pace, { sentAt: 0, share: 1 });
    noteSent(pace, { sentAt: 100, share: 1 });
    countFromAnswer(pace, { sentAt: 0, share: 1 }, 300);
    expect(waitMs(pace, 1, 1_000)).toBe(100);
    noteSent(pace, { sentAt: 1_100, share: 1 });
    expect(waitMs(pace, 1, 1_200)).toBe(100);
  });

  it('leaves such a request alone that has left the window before its answer', () => {
    const pace = known();
    noteSent(pace, { sentAt: 0, share: 1 });
    noteSent(pace, { sentAt: 1_500, share: 1 });
    expect(ownInWindow(pace, 1_600)).toBe(1);
    countFromAnswer(pace, { sentAt: 0, share: 1 }, 1_600);
    expect(pace.sent).toEqual({ all: [1_500], under: new Map([[1, [1_500]]]) });
  });

  it('knows nothing of its requests until one is answered, and again after a silence', () => {
    const pace = startPace();
    for (const sentAt of [0, 10]) noteSent(pace, { sentAt, share: 1 });
    expect(isUnanswered(pace)).toBe(true);
    learn(pace, NO_HEADERS, FIRST, undefined, 300);
    countFromAnswer(pace, FIRST, 300);
    noteSent(pace, { sentAt: 300, share: 1 });
    expect(isUnanswered(pace)).toBe(false);
    expect(ownInWindow(pace, 30_000)).toBe(0);
    noteSent(pace, { sentAt: 30_000, share: 1 });
    expect(isUnanswered(pace)).toBe(true);
  });

  it('takes over limit and window from HubSpot, and keeps what it does not tell', () => {
    const pace = startPace();
    learn(pace, { limit: 190, windowMs: undefined, remaining: undefined }, FIRST, undefined, 0);
    expect(pace).toMatchObject({ limit: 190, windowMs: 10_000 });
    learn(pace, { limit: undefined, windowMs: 5_000, remaining: undefined }, FIRST, undefined, 0);
    expect(pace).toMatchObject({ limit: 190, windowMs: 5_000 });
  });

  it('does not believe that more is left than there is', () => {
    const pace = known();
    learn(pace, { limit: 10, windowMs: 1_000, remaining: 1e15 }, FIRST, undefined, 0);
    expect(pace.sharing.sightings).toMatchObject([{ own: 1, used: 1 }]);
  });

  it('forgets what was seen of others when two windows have passed without an answer', () => {
    const pace = known({ sharing: { ...alone(10), claim: 1, othersUntil: 500 } });
    expect(ownInWindow(pace, 2_000)).toBe(0);
    expect(pace.sharing.claim).toBe(1);
    expect(ownInWindow(pace, 2_001)).toBe(0);
    expect(pace.sharing).toEqual(startSharing(10));
  });

  describe('with all of its claim used up,', () => {
    const waiting = (used: number, othersUntil: number): Pace => {
      const sightings = [{ at: 100, own: 2, most: 2, used }];
      const sharing = { ...alone(10), claim: 2, othersUntil, sightings };
      const pace = known({ sharing, learntAt: 100 });
      for (const sentAt of [0, 10]) noteSent(pace, { sentAt, share: 1 });
      return pace;
    };

    it('sends one more, to look, an eighth of a window after an answer that showed room', () => {
      const pace = waiting(8, 5_000);
      expect(waitMs(pace, 1, 100)).toBe(125);
      noteSent(pace, { sentAt: 225, share: 1 });
      expect(waitMs(pace, 1, 225)).toBe(125);
    });

    it('waits for the next window where the last answer showed none', () => {
      expect(waitMs(waiting(9, 5_000), 1, 100)).toBe(925);
    });

    it('waits for it where nobody else is there', () => {
      expect(waitMs(waiting(8, 0), 1, 100)).toBe(900);
    });
  });

  it('forgets requests that have left the window', () => {
    const pace = known();
    for (const sentAt of [0, 500, 1_000]) noteSent(pace, { sentAt, share: 1 });
    expect(ownInWindow(pace, 1_400)).toBe(2);
    expect(ownInWindow(pace, 5_000)).toBe(0);
  });
});
