import { leastRequests, leastTime } from '../../bench/measure/leastTime';

const LATENCY = { minMs: 300, maxMs: 800 };

it.each([
  [190, 1_100],
  [191, 11_100],
  [1001, 51_100],
])('%d requests at 190 in 10 s take %d ms at least', (requests, least) => {
  expect(leastTime(requests, { perWindow: 190, windowMs: 10_000 }, LATENCY)).toBe(least);
});

it('every process needs full batches and the property definitions', () => {
  expect(leastRequests(100_000)).toBe(1001);
  expect(leastRequests(100_000, 8)).toBe(1008);
  expect(leastRequests(101)).toBe(3);
});
