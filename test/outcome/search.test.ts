import fc from 'fast-check';
import {
  afterNaming,
  afterPass,
  afterRefusal,
  leftIn,
  nextGroup,
  startSearch,
} from '../../nodes/HubspotBatchUpsert/outcome/search';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/records/recordInput';
import { writeOf } from '../records/write';

/** Searches with a HubSpot that refuses every group with an offender in it. */
function find(offenders: ReadonlySet<number>, size: number) {
  const writes = Array.from({ length: size }, (_, index) => writeOf(String(index)));
  const isOffender = ({ id }: RecordWrite) => offenders.has(Number(id));
  const blamed: number[] = [];
  const written: number[] = [];
  let requests = 0;
  let search = startSearch(writes);
  for (let group = nextGroup(search); group.length > 0; group = nextGroup(search)) {
    requests += 1;
    const isRefused = group.some(isOffender);
    const ids = group.map(({ id }) => Number(id));
    if (!isRefused) written.push(...ids);
    else if (ids.length === 1) blamed.push(...ids);
    search = isRefused ? afterRefusal(search, group) : afterPass(search, group);
  }
  return { blamed, written, requests };
}

/** At every n-th place, in a block, evenly spread, and at random, alone and in clusters. */
function arrangements(bad: number): Array<Set<number>> {
  const places = (placeOf: (index: number) => number) =>
    new Set(Array.from({ length: bad }, (_, index) => placeOf(index)));
  const steps = Array.from({ length: 100 }, (_, index) => index + 1);
  const regular = steps.flatMap((step) =>
    [0, 1, 2, 3, 4, 5].map((from) => places((index) => from + index * step)),
  );
  const blocks = steps.map((from) => places((index) => from - 1 + index));
  const spread = [
    places((index) => Math.floor((index * 100) / bad)),
    places((index) => Math.floor(((index + 1) * 100) / bad) - 1),
  ];
  const random = [1, 2, 3, 4].flatMap((cluster) =>
    Array.from({ length: 25 }, (_, seed) => atRandom(bad, cluster, seed)),
  );
  return [...regular, ...blocks, ...spread, ...random].filter(
    (offenders) => offenders.size === bad && Math.max(...offenders) < 100,
  );
}

function atRandom(bad: number, cluster: number, seed: number): Set<number> {
  const offenders = new Set<number>();
  for (let step = 1; offenders.size < bad; step += 1) {
    const noise = Math.sin(step * 12.9898 + seed * 78.233 + bad * 37.719) * 43_758.5453;
    const from = Math.floor((noise - Math.floor(noise)) * 100);
    for (let next = 0; next < cluster && offenders.size < bad; next += 1) {
      offenders.add((from + next) % 100);
    }
  }
  return offenders;
}

describe('the search for offenders in a refused batch', () => {
  it('blames each of them alone and writes every other record once', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 100 })
          .chain((size) =>
            fc.tuple(fc.constant(size), fc.subarray([...Array(size).keys()], { minLength: 1 })),
          ),
        ([size, offenders]) => {
          const { blamed, written } = find(new Set(offenders), size);
          expect(blamed.sort((a, b) => a - b)).toEqual(offenders);
          expect([...blamed, ...written].sort((a, b) => a - b)).toEqual([...Array(size).keys()]);
        },
      ),
    );
  });

  /** The dearest of all ways in which `bad` offenders can lie among a hundred that we tried. */
  const dearest = (bad: number) =>
    Math.max(...arrangements(bad).map((offenders) => find(offenders, 100).requests));
  const bound = (bad: number) => 2 + 2 * bad * Math.log2(100 / bad);
  const upTo = (most: number) => Array.from({ length: most }, (_, index) => index + 1);

  const ABOVE = [24, 26, 27, 28, 29, 30, 31, 48, 49, 50];

  it.each(upTo(50).filter((bad) => !ABOVE.includes(bad)))(
    'costs at most 2 + 2k·log2(100/k) requests for k = %i among 100',
    (bad) => expect(dearest(bad)).toBeLessThanOrEqual(bound(bad)),
  );

  it.each(ABOVE)('costs at most seven requests more for k = %i', (bad) =>
    expect(dearest(bad)).toBeLessThanOrEqual(bound(bad) + 7),
  );

  it.each(upTo(100))('costs at most seven more than one for each record, with %i to blame', (bad) =>
    expect(dearest(bad)).toBeLessThanOrEqual(107),
  );

  it('where all are to blame each is sent alone: nothing less can tell, since nobody is named', () => {
    expect(find(new Set(upTo(100).map((place) => place - 1)), 100).requests).toBeGreaterThanOrEqual(
      100,
    );
  });

  it('knows nothing of the other suspects where a group was refused by name', () => {
    const writes = [0, 1, 2, 3].map((index) => writeOf(String(index)));
    const search = startSearch(writes);
    const named = afterNaming(search, writes.slice(0, 2));
    expect(named).toMatchObject({ suspects: [], unknown: writes.slice(2) });
    expect(leftIn(named)).toEqual(writes.slice(2));
    expect(leftIn(afterRefusal(search, writes.slice(0, 2)))).toEqual(writes);
    expect(afterNaming(named, writes.slice(2))).toMatchObject({ suspects: [], unknown: [] });
  });

  it('ends where the answers contradict each other', () => {
    const writes = Array.from({ length: 10 }, (_, index) => writeOf(String(index)));
    let search = startSearch(writes);
    let requests = 0;
    for (let group = nextGroup(search); group.length > 0; group = nextGroup(search)) {
      search = afterPass(search, group);
      requests += 1;
    }
    expect(requests).toBeLessThanOrEqual(10);
    expect(search.cleared).toBe(10);
  });
});
