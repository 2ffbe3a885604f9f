import {
  afterPass,
  afterRefusal,
  nextGroup,
  startGroupTest,
  type GroupTest,
} from '../../nodes/HubspotBatchUpsert/delivery/groupTest';
import { findBad, HUNDRED } from '../support/findBad';

/** Dearest by number of bad records: index k has the most requests that k of them can cost. */
type Dearest = Float64Array;

/**
 * Goes through every arrangement of bad records by going through every row of responses that HubSpot
 * can give. What the test does next hangs on how many records stand where, not on which, so that
 * equal numbers need not be gone through twice.
 */
function dearestFrom(groupTest: GroupTest<unknown>, known = new Map<number, Dearest>()): Dearest {
  const { unknown, refusedTogether, bad, spare } = groupTest;
  const counts = [unknown.length, refusedTogether.length, bad, spare + 512];
  const key = counts.reduce((all, each) => all * 1024 + each);
  const before = known.get(key);
  if (before) return before;
  const group = nextGroup(groupTest);
  if (group.length === 0) return Float64Array.of(0);
  const dearest = new Float64Array(unknown.length + refusedTogether.length + 1).fill(-Infinity);
  const take = (following: Dearest, foundBad: number) => {
    for (const [later, requests] of following.entries()) {
      const all = later + foundBad;
      dearest[all] = Math.max(dearest[all]!, requests + 1);
    }
  };
  const isSurelyRefused = group.length === refusedTogether.length;
  if (!isSurelyRefused) take(dearestFrom(afterPass(groupTest, group), known), 0);
  take(dearestFrom(afterRefusal(groupTest, group), known), group.length === 1 ? 1 : 0);
  known.set(key, dearest);
  return dearest;
}

/** As many of a hundred as are wanted, drawn by the seed. */
function atRandom(bad: number, seed: number): Set<number> {
  const drawn = new Set<number>();
  for (let step = 1; drawn.size < bad; step += 1) {
    const noise = Math.sin(step * 12.9898 + seed * 78.233 + bad * 37.719) * 43_758.5453;
    drawn.add(Math.floor((noise - Math.floor(noise)) * 100));
  }
  return drawn;
}

/** The requests that so many bad records cost, each time where others are bad. */
function costsAtRandom(bad: number): readonly number[] {
  const costs =
    knownCosts.get(bad) ??
    Array.from({ length: 200 }, (_, seed) => findBad(atRandom(bad, seed + 1), 100).requests);
  knownCosts.set(bad, costs);
  return costs;
}
const knownCosts = new Map<number, readonly number[]>();

describe('the search for the bad records of a refused batch', () => {
  const bound = (bad: number) => 2 + 2 * bad * Math.log2(100 / bad);
  const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);
  let known: Dearest | undefined;
  /** Worked out once, by the first test that asks. */
  const dearest = (): Dearest => (known ??= dearestFrom(startGroupTest(HUNDRED)));

  it.each(upTo(12))('costs at most 2 + 2k·log2(100/k) requests wherever k = %i of 100 lie', (bad) =>
    expect(dearest()[bad]).toBeLessThanOrEqual(bound(bad)),
  );

  it.each(upTo(24))(
    'costs at most 2 + 2k·log2(100/k) requests where k = %i lie at random',
    (bad) => {
      expect(Math.max(...costsAtRandom(bad))).toBeLessThanOrEqual(bound(bad));
    },
  );

  it.each(upTo(50))('costs so much at most on average where k = %i lie at random', (bad) => {
    const requests = costsAtRandom(bad);
    const average = requests.reduce((sum, each) => sum + each, 0) / requests.length;
    expect(average).toBeLessThanOrEqual(bound(bad));
  });

  it('costs at most thirteen more than one for each record, whatever is bad', () => {
    expect(dearest()).toHaveLength(101);
    expect(Math.max(...dearest().slice(1))).toBeLessThanOrEqual(113);
  });
});
