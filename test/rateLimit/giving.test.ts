import { giveWay, isHeld, startGiving } from '../../nodes/HubspotBatchUpsert/rateLimit/giving';

const WINDOW_MS = 10_000;

/** Gives as soon as it may, for so many windows; what others have follows from what was given. */
function giveFor(windows: number, others: (given: number) => number) {
  const giving = startGiving();
  const gifts: Array<{ window: number; gift: number }> = [];
  let given = 0;
  for (let window = 0; window < windows; window += 1) {
    const left = giveWay(giving, 100, others(given), WINDOW_MS, window * WINDOW_MS);
    if (left === undefined) continue;
    given += 100 - left;
    gifts.push({ window, gift: 100 - left });
  }
  return gifts;
}

it('gives more, and as often as it may, where others take it', () => {
  const gifts = giveFor(9, (given) => given);
  expect(gifts.map(({ window }) => window)).toEqual([0, 2, 4, 6, 8]);
  expect(gifts[0]?.gift).toBeCloseTo(100 / 12);
  expect(gifts[4]?.gift).toBeCloseTo(100 / 8);
});

it('gives less, and rarely, where nobody takes it', () => {
  const gifts = giveFor(50, () => 30);
  expect(gifts.map(({ window }) => window)).toEqual([0, 2, 6, 14, 30, 46]);
  expect(gifts[5]?.gift).toBeCloseTo(100 / 48);
});

it('what was given is left to the others for two windows', () => {
  const giving = startGiving();
  expect(isHeld(giving, WINDOW_MS, 0)).toBe(false);
  giveWay(giving, 100, 10, WINDOW_MS, 0);
  expect(isHeld(giving, WINDOW_MS, 19_999)).toBe(true);
  expect(isHeld(giving, WINDOW_MS, 20_000)).toBe(false);
});
