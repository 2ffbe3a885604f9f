import { learn, type LimitReport } from '../../nodes/HubspotBatchUpsert/rateLimit/learn';
import { noteSent, type Pace } from '../../nodes/HubspotBatchUpsert/rateLimit/pace';
import type { ThrowBack } from '../../nodes/HubspotBatchUpsert/rateLimit/throttle';
import { known } from './known';

const left = (remaining: number | undefined): LimitReport => ({
  limit: undefined,
  windowMs: undefined,
  remaining,
});
const sentAt100 = { sentAt: 100, share: 1, own: 4, most: 5 };

/** What the answer to a request of 100 ms shows of the limit at 200 ms, or later. */
function shown(pace: Pace, remaining?: number, policy?: ThrowBack['policy'], now = 200) {
  learn(pace, left(remaining), sentAt100, policy, now);
  return pace.sharing.sightings;
}

function sending(more: Partial<Pace>, ...times: number[]): Pace {
  const pace = known(more);
  for (const sentAt of times) noteSent(pace, { sentAt, share: 1 });
  return pace;
}

describe('an answer shows how many requests counted', () => {
  it.each([
    [3, 7],
    [0, 10],
    [10, 0],
  ])('of ten, with %d left', (remaining, used) => {
    expect(shown(known(), remaining)).toEqual([{ at: 200, own: 4, most: 5, used }]);
  });

  it('those of this process where it does not tell what is left', () => {
    expect(shown(known())).toMatchObject([{ own: 4, used: 4 }]);
  });

  it('and those of others of whom a 429 told before', () => {
    const pace = known({ unseen: { requests: 4, at: 200 } });
    expect(shown(pace)).toMatchObject([{ own: 4, used: 8 }]);
  });
});

describe('of this process at most so many counted', () => {
  it('with those that left a little later and may have overtaken it', () => {
    const pace = sending({ marginMs: 50 }, 90, 100, 101, 150, 151);
    expect(shown(pace, 3)).toMatchObject([{ most: 5 + 2 }]);
  });

  it.each([
    [1_000, 5],
    [1_100, 5],
    [1_101, Infinity],
  ])('for an answer at %d ms to what left at 100: %d', (now, most) => {
    expect(shown(known(), 3, undefined, now)).toMatchObject([{ most }]);
  });
});

describe('a request that was thrown back', () => {
  it('does not count itself', () => {
    const pace = sending({}, 60, 70, 80, 90, 100);
    expect(shown(pace, 0, 'window')).toMatchObject([{ own: 3, most: 4, used: 10 }]);
  });

  it('nor do those that were thrown back before it', () => {
    expect(shown(sending({}, 90, 100), 0, 'window')).toMatchObject([{ own: 1, used: 10 }]);
  });

  it('shows without headers that others have the rest of the limit', () => {
    const pace = sending({}, 90, 100);
    expect(shown(pace, undefined, 'window')).toMatchObject([{ own: 1, used: 10 }]);
    expect(pace.unseen).toEqual({ requests: 9, at: 200 });
  });

  it.each(['second', 'day'] as const)('shows nothing for a limit of the %s', (policy) => {
    expect(shown(known(), undefined, policy)).toEqual([]);
  });
});
