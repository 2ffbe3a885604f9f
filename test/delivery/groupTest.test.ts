import fc from 'fast-check';
import {
  afterNaming,
  afterPass,
  afterRefusal,
  leftIn,
  nextGroup,
  startGroupTest,
} from '../../nodes/HubspotBatchUpsert/delivery/groupTest';
import { findBad } from '../support/findBad';
import { writeOf } from '../support/write';

describe('the search for the bad records of a refused batch', () => {
  it('finds each of them alone and writes every other record once', () => {
    fc.assert(
      fc.property(
        fc
          .integer({ min: 2, max: 100 })
          .chain((size) =>
            fc.tuple(fc.constant(size), fc.subarray([...Array(size).keys()], { minLength: 1 })),
          ),
        ([size, areBad]) => {
          const { bad, written } = findBad(new Set(areBad), size);
          expect(bad.sort((a, b) => a - b)).toEqual(areBad);
          expect([...bad, ...written].sort((a, b) => a - b)).toEqual([...Array(size).keys()]);
        },
      ),
    );
  });

  it('where all are bad each is sent alone: nothing less can tell, since nobody is named', () => {
    expect(findBad(new Set([...Array(100).keys()]), 100).requests).toBeGreaterThanOrEqual(100);
  });

  it('knows nothing of the other refusedTogether where a group was refused by name', () => {
    const writes = [0, 1, 2, 3].map((index) => writeOf(String(index)));
    const groupTest = startGroupTest(writes);
    const named = afterNaming(groupTest, writes.slice(0, 2));
    expect(named).toMatchObject({ refusedTogether: [], unknown: writes.slice(2) });
    expect(leftIn(named)).toEqual(writes.slice(2));
    expect(leftIn(afterRefusal(groupTest, writes.slice(0, 2)))).toEqual(writes);
    expect(afterNaming(named, writes.slice(2))).toMatchObject({ refusedTogether: [], unknown: [] });
  });

  it('ends where the responses contradict each other', () => {
    const writes = Array.from({ length: 10 }, (_, index) => writeOf(String(index)));
    let groupTest = startGroupTest(writes);
    let requests = 0;
    for (let group = nextGroup(groupTest); group.length > 0; group = nextGroup(groupTest)) {
      groupTest = afterPass(groupTest, group);
      requests += 1;
    }
    expect(requests).toBeLessThanOrEqual(10);
    expect(groupTest.good).toBe(10);
  });
});
