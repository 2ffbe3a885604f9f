/** How much of something there is at one size. */
export interface Point {
  size: number;
  amount: number;
}

/**
 * The exponent with which an amount grows with the size, by linear regression of the logarithms:
 * 1 is linear, 2 is quadratic. NaN for fewer than two sizes.
 */
export function growthExponent(points: readonly Point[]): number {
  const logs = points.map(({ size, amount }) => ({ x: Math.log(size), y: Math.log(amount) }));
  const meanX = mean(logs.map(({ x }) => x));
  const meanY = mean(logs.map(({ y }) => y));
  const together = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  const alone = logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  return together / alone;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
