import { growthExponent } from '../../bench/measure/growth';

const SIZES = [10_000, 100_000, 1_000_000];

it.each([1, 1.05, 2])('finds the exponent %d', (exponent) => {
  const points = SIZES.map((size) => ({ size, amount: 7 * size ** exponent }));
  expect(growthExponent(points)).toBeCloseTo(exponent, 6);
});

it('is unknown where there is one size only', () => {
  expect(growthExponent([{ size: 10, amount: 1 }])).toBeNaN();
});
