import {
  countBetween,
  forget,
  note,
  startSent,
  takeOut,
} from '../../nodes/HubspotBatchUpsert/rateLimit/sent';

/** Requests that left at these times, the ones of every other under half of the limit. */
function sent(...times: number[]) {
  const noted = startSent();
  times.forEach((sentAt, index) => note(noted, { sentAt, share: index % 2 === 0 ? 1 : 0.5 }));
  return noted;
}

it('what was sent is held in all, and under its share', () => {
  expect(sent(10, 20, 30)).toEqual({
    all: [10, 20, 30],
    under: new Map([
      [1, [10, 30]],
      [0.5, [20]],
    ]),
  });
});

it('what is taken out is gone from both, once', () => {
  const noted = sent(10, 20, 10);
  takeOut(noted, { sentAt: 10, share: 1 });
  expect(noted.all).toEqual([10, 20]);
  expect(noted.under.get(1)).toEqual([10]);
});

it.each([
  ['time', { sentAt: 15, share: 1 }],
  ['time and share', { sentAt: 15, share: 0.1 }],
])('of another %s nothing is taken out', (_, departure) => {
  const noted = sent(10, 20, 30);
  takeOut(noted, departure);
  expect(noted).toEqual(sent(10, 20, 30));
});

it.each([
  [10, 30, 2],
  [9, 29, 2],
  [10, 29, 1],
  [0, 100, 4],
  [40, 100, 0],
  [20, 10, 0],
])('later than %d and not later than %d left %d', (after, until, count) => {
  expect(countBetween(sent(10, 20, 30, 40), after, until)).toBe(count);
});

it('of what left together all or none is counted', () => {
  expect(countBetween(sent(10, 10, 10), 9, 10)).toBe(3);
  expect(countBetween(sent(10, 10, 10), 10, 20)).toBe(0);
});

it('what left by then is forgotten, and a share that is left with nothing', () => {
  const noted = sent(10, 20, 30);
  forget(noted, 20);
  expect(noted).toEqual({ all: [30], under: new Map([[1, [30]]]) });
  forget(noted, 29);
  expect(noted.all).toEqual([30]);
  forget(noted, 30);
  expect(noted).toEqual(startSent());
});
