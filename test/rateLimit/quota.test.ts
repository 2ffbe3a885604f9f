import { Quota, type Sighting } from '../../nodes/HubspotBatchUpsert/rateLimit/quota';

const WINDOW_MS = 10_000;
const ROUND_TRIP_MS = 500;

function begin(requests = 160) {
  const quota = new Quota({ requests, windowMs: WINDOW_MS });
  const see = (now: number, sighting: Partial<Sighting>) => {
    const ownCount = sighting.ownCount ?? 1;
    quota.onResponse(
      {
        remaining: undefined,
        ownCount,
        mostOwn: ownCount,
        sentAt: now - ROUND_TRIP_MS,
        isRateLimited: false,
        inUse: ownCount,
        roundTripMs: ROUND_TRIP_MS,
        ...sighting,
      },
      now,
    );
  };
  /** How many more it allows after a time in which all of it is used. */
  const growthIn = (ms: number, from: number) => {
    const before = quota.allowed;
    quota.grow(0, ROUND_TRIP_MS, from);
    for (let now = from; now <= from + ms; now += 10) quota.grow(Infinity, ROUND_TRIP_MS, now);
    return quota.allowed - before;
  };
  return { quota, see, growthIn };
}

/** Others use 80 of 160, and this process 20. */
const BESIDE = { ownCount: 20, remaining: 60 };

describe('slow start', () => {
  it('begins with a small part of the limit', () => {
    expect(begin().quota.allowed).toBe(10);
    expect(begin(1).quota.allowed).toBe(1);
  });

  it('lets a multiple follow of what was seen alone, up to the limit less a reserve', () => {
    const { quota, see } = begin();
    see(500, { ownCount: 1, remaining: 159 });
    expect(quota.allowed).toBe(10);
    see(600, { ownCount: 10, remaining: 150 });
    expect(quota.allowed).toBe(80);
    see(700, { ownCount: 80, remaining: 80 });
    expect(quota.allowed).toBe(158);
    expect(quota.isAlone(700)).toBe(true);
    expect(quota.growsAt(ROUND_TRIP_MS, 700)).toBe(Infinity);
  });

  it('keeps no reserve of a limit that is small', () => {
    const { quota, see } = begin(8);
    see(500, { ownCount: 1, remaining: 7 });
    expect(quota.allowed).toBe(8);
  });

  it('learns nothing where requests that overtook may be what counted more', () => {
    const { quota, see } = begin();
    see(500, { ownCount: 10, mostOwn: 12, remaining: 148 });
    expect(quota.allowed).toBe(10);
    expect(quota.isAlone(500)).toBe(true);
  });

  it('beside others begins with a small part of what remains', () => {
    const { quota, see } = begin();
    see(500, { ownCount: 1, remaining: 32 });
    expect(quota.allowed).toBe(2);
  });
});

describe('where more counts than this process can have sent', () => {
  it('others are taken to be there for a window', () => {
    const { quota, see } = begin();
    see(500, { ownCount: 10, mostOwn: 12, remaining: 147 });
    expect(quota.isAlone(500)).toBe(false);
    expect(quota.isAlone(500 + WINDOW_MS - 1)).toBe(false);
    expect(quota.isAlone(500 + WINDOW_MS)).toBe(true);
  });

  it('so they are where somebody took of the reserve, whoever may have overtaken whom', () => {
    const { quota, see } = begin();
    see(500, { ownCount: 150, mostOwn: 170, remaining: 2 });
    expect(quota.isAlone(500)).toBe(true);
    see(600, { ownCount: 150, mostOwn: 170, remaining: 1 });
    expect(quota.isAlone(600)).toBe(false);
  });

  it('the quota is what is used', () => {
    const { quota, see } = begin();
    see(500, { ownCount: 100, remaining: 60 });
    see(600, { ...BESIDE, inUse: 22 });
    expect(quota.allowed).toBe(22);
  });

  it('requests are sent at the mean rate of the whole limit, no longer in a burst', () => {
    const { quota, see } = begin();
    expect(quota.spacingMs(0)).toBeLessThan(WINDOW_MS / 160 / 10);
    see(500, BESIDE);
    expect(quota.spacingMs(500)).toBe(WINDOW_MS / 160);
  });
});

describe('beside others', () => {
  it('it grows by the clock, by less where less remains', () => {
    const [much, little] = [begin(), begin()];
    much.see(500, BESIDE);
    little.see(500, { ...BESIDE, remaining: 20 });
    const [growth, slowGrowth] = [much.growthIn(1_000, 500), little.growthIn(1_000, 500)];
    expect(slowGrowth).toBeGreaterThan(0);
    expect(growth).toBeGreaterThan(2 * slowGrowth);
  });

  it('it grows by a small part of the limit in a round trip at the most', () => {
    const { see, growthIn } = begin();
    see(500, { ownCount: 1, remaining: 150 });
    expect(growthIn(ROUND_TRIP_MS, 500)).toBe(8);
  });

  it('it tells when it will have grown by one', () => {
    const { quota, see } = begin();
    see(500, BESIDE);
    const before = quota.allowed;
    quota.grow(0, ROUND_TRIP_MS, 500);
    const at = quota.growsAt(ROUND_TRIP_MS, 500);
    quota.grow(Infinity, ROUND_TRIP_MS, at - 1);
    expect(quota.allowed).toBe(before);
    quota.grow(Infinity, ROUND_TRIP_MS, at + 0.001);
    expect(quota.allowed).toBe(before + 1);
  });

  it('it grows no further than it is used', () => {
    const { quota, see } = begin();
    see(500, BESIDE);
    for (let now = 500; now < 5_000; now += 100) quota.grow(19, ROUND_TRIP_MS, now);
    expect(quota.allowed).toBe(20);
  });

  it('what others are about to take does not make it grow', () => {
    const { see, growthIn } = begin();
    see(500, { ...BESIDE, remaining: 40 });
    see(900, { ...BESIDE, remaining: 20 });
    expect(growthIn(1_000, 900)).toBe(0);
  });

  it.each([
    ['no more than the reserve remains', { remaining: 2 }],
    ['a request is thrown back', { remaining: 0, isRateLimited: true }],
  ])('where %s it shrinks by a small part of what it uses, once a round trip', (_, sighting) => {
    const { quota, see } = begin();
    see(500, { ownCount: 96, remaining: 10 });
    expect(quota.allowed).toBe(96);
    for (const now of [600, 700, 1_090]) see(now, { ownCount: 96, ...sighting });
    expect(quota.allowed).toBe(94);
    see(1_200, { ownCount: 94, ...sighting });
    expect(quota.allowed).toBe(92);
  });

  it('never shrinks to nothing', () => {
    const { quota, see } = begin();
    for (let now = 500; now < 50_000; now += 1_000) see(now, { ownCount: 1, remaining: 0 });
    expect(quota.allowed).toBe(1);
  });
});

it('what is not used while it waits is given up', () => {
  const { quota, see } = begin();
  see(500, BESIDE);
  quota.capAt(25);
  expect(quota.allowed).toBe(20);
  quota.capAt(15);
  expect(quota.allowed).toBe(15);
  quota.capAt(0);
  expect(quota.allowed).toBe(1);
});

describe('without headers', () => {
  it('slow start goes to the whole limit, slowly', () => {
    const { quota, see } = begin();
    see(500, { ownCount: 10 });
    expect(quota.allowed).toBe(15);
    see(600, { ownCount: 150 });
    expect(quota.allowed).toBe(160);
  });

  it('a 429 shrinks it once a round trip, and then it grows by a part of the limit a window', () => {
    const { quota, see, growthIn } = begin();
    see(500, { ownCount: 150 });
    for (const now of [600, 700]) see(now, { inUse: 80, isRateLimited: true });
    expect(quota.allowed).toBe(70);
    see(800, { ownCount: 80 });
    expect(quota.allowed).toBe(70);
    expect(Math.abs(growthIn(WINDOW_MS, 800) - 160 / 8)).toBeLessThanOrEqual(1);
  });

  it('a number that cannot be true is none', () => {
    const { quota, see } = begin();
    see(500, { ownCount: 10, remaining: 161 });
    expect(quota.allowed).toBe(15);
  });
});
