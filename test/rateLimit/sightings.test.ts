import {
  areOthers,
  highest,
  isAfterReset,
  othersGrowth,
  remember,
  usualOthers,
  type Sighting,
} from '../../nodes/HubspotBatchUpsert/rateLimit/sightings';

const WINDOW_MS = 1_000;

/** One that shows so many others, who might be own requests that overtook each other. */
const sighting = (others: number, own = 16, at = 0): Sighting => ({
  at,
  own,
  most: Infinity,
  used: own + others,
});
const sightings = (...others: number[]) => others.map((count) => sighting(count));

/** When those came that are remembered of so many, that far apart. */
function remembered(count: number, apartMs: number): number[] {
  const kept: Sighting[] = [];
  for (let number = 0; number < count; number += 1) {
    remember(kept, sighting(0, 16, number * apartMs), WINDOW_MS);
  }
  return kept.map(({ at }) => at);
}

describe('memory', () => {
  it('keeps nine of the last window', () => {
    expect(remembered(9, 125)).toEqual([0, 125, 250, 375, 500, 625, 750, 875, 1_000]);
    expect(remembered(10, 100)).toEqual([100, 200, 300, 400, 500, 600, 700, 800, 900]);
  });

  it('keeps all of the last tenth of it', () => {
    expect(remembered(11, 10)).toHaveLength(11);
    expect(remembered(14, 10)).toEqual([30, 40, 50, 60, 70, 80, 90, 100, 110, 120, 130]);
  });

  it('forgets what is older than a window, however few they are', () => {
    expect(remembered(4, 501)).toEqual([1_002, 1_503]);
  });
});

describe('others', () => {
  it('are not there before anything was seen', () => {
    expect(areOthers([])).toBe(false);
    expect(usualOthers([])).toBe(0);
    expect(othersGrowth([])).toBe(0);
  });

  it.each([
    [8, 1, false],
    [8, 2, true],
    [16, 2, false],
    [16, 3, true],
    [160, 2, false],
    [160, 3, true],
    [0, 0, false],
    [0, 1, true],
  ])('beside %d own requests %d more are others: %p', (own, more, are) => {
    expect(areOthers([sighting(more, own)])).toBe(are);
  });

  it('are there for certain where more counted than can be own', () => {
    expect(areOthers([{ at: 0, own: 100, most: 100, used: 101 }])).toBe(true);
    expect(areOthers([{ at: 0, own: 100, most: 101, used: 101 }])).toBe(false);
  });

  it.each([
    [[5, 1, 3], 3],
    [[10, 9, 2], 9],
    [[3, -1, 1, 1, 0], 1],
    [[90, 90, 90, 90, 90, 1, 1, 1, 1, 1, 2, 2, 2, 2], 1],
  ])('are usually what stands in the middle of the last nine: %j', (others, usual) => {
    expect(usualOthers(sightings(...others))).toBe(usual);
  });

  it.each([
    [[2, 9, 5], 3],
    [[5, 9, 2], 0],
    [[4], 0],
  ])('grow from the first to the last: %j', (others, growth) => {
    expect(othersGrowth(sightings(...others))).toBe(growth);
  });
});

it('the highest of the last is told for own requests and for all', () => {
  const seen = [sighting(1, 5), sighting(9, 2), sighting(0, 3)];
  expect(highest(seen, 'own')).toBe(5);
  expect(highest(seen, 'used')).toBe(11);
});

it.each([
  [5, 4, true],
  [5, 5, false],
  [5, 6, false],
])('with %d own requests and %d that count a window began anew: %p', (own, used, expected) => {
  expect(isAfterReset({ at: 0, own, most: own, used })).toBe(expected);
});
