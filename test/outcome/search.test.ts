import fc from 'fast-check';
import {
  afterPass,
  afterRefusal,
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

const numbersBelow = (size: number, count: number) =>
  fc.uniqueArray(fc.integer({ min: 0, max: size - 1 }), { minLength: count, maxLength: count });

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

  it.each([1, 2, 3, 5, 7, 10, 15])(
    'costs at most 2 + 2k·log2(100/k) requests for %i among 100',
    (k) => {
      const bound = 2 + 2 * k * Math.log2(100 / k);
      fc.assert(
        fc.property(
          numbersBelow(100, k),
          (offenders) => find(new Set(offenders), 100).requests <= bound,
        ),
        { numRuns: 200 },
      );
    },
  );

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
