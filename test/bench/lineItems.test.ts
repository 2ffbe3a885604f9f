import {
  badIndexes,
  extractedItems,
  lineItem,
  lineItems,
  SERIAL_PROPERTY,
  TAKEN_SERIAL,
} from '../../bench/lineItems';

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

it('items have each field of any row of their part, as the columns of a CSV are those of all its rows', () => {
  const [good, bad] = extractedItems([lineItem(0), lineItem(1, true)]).map(({ json }) => json);
  expect(bad?.[SERIAL_PROPERTY]).toBe(TAKEN_SERIAL);
  expect(good?.[SERIAL_PROPERTY]).toBe('');
  expect(good?.name).toBe(lineItem(0).name);
});
