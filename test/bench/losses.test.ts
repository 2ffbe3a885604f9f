import { lineItem } from '../../bench/lineItems';
import { lossesOf } from '../../bench/measure/losses';

const rows = [lineItem(0), lineItem(1), lineItem(2, true)];
const stored = (...indexes: number[]) =>
  new Map(
    indexes.map((index) => [
      String(lineItem(index).invoice_line_key),
      String(lineItem(index).name),
    ]),
  );

it('a good row that the account does not hold is lost, a bad one is not', () => {
  const { lost } = lossesOf(rows, ['written', 'throttled', 'refused'], stored(0));
  expect(lost).toBe(1);
});

it('a row that stands under another name is lost', () => {
  const others = new Map([[String(lineItem(0).invoice_line_key), 'another']]);
  expect(lossesOf([lineItem(0)], ['written'], others).lost).toBe(1);
});

it('an outcome is known where it is told of the record alone', () => {
  const told = lossesOf(rows, ['written', 'throttled', 'refusedTogether'], stored(0));
  expect(told.known).toBe(2);
});

it('an outcome that is not true is not known', () => {
  expect(lossesOf(rows, ['written', 'written', 'refused'], stored(0)).known).toBe(2);
  expect(lossesOf(rows, ['throttled', 'written', 'refused'], stored(0, 1)).known).toBe(2);
});
