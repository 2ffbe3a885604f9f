import { windowsFilled } from '../../bench/measure/windowsFilled';

const limit = { perWindow: 4, windowMs: 1_000 };

it('full windows are filled, whatever is left for the last one', () => {
  expect(windowsFilled([0, 1, 2, 3, 1_000, 1_001, 1_002, 1_003, 2_000], limit)).toBe(1);
});

it('a window left half empty shows, although the last one had room for the rest', () => {
  expect(windowsFilled([5, 6, 7, 8, 1_005, 1_006, 2_005, 2_006, 2_007], limit)).toBe(0.75);
});

it('less than a window says nothing', () => {
  expect(windowsFilled([0, 1, 2], limit)).toBeNaN();
});
