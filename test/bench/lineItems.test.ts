import { badIndexes, lineItems, SERIAL_PROPERTY } from '../../bench/lineItems';

it('the same rows are bad every time', () => {
  expect(badIndexes(5_000, 0.01)).toEqual(badIndexes(5_000, 0.01));
});

it('exactly the share asked for is bad', () => {
  const bad = lineItems(5_000, 0.01).filter((row) => SERIAL_PROPERTY in row);
  expect(bad).toHaveLength(50);
});

it('every row has a key of its own', () => {
  const keys = lineItems(5_000).map((row) => row.invoice_line_key);
  expect(new Set(keys).size).toBe(5_000);
});
