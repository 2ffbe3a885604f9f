import fc from 'fast-check';
import { changesFrom } from '../../nodes/HubspotBatchUpsert/values/nearest';

/** Levenshtein's distance, by the table. */
function byTable(one: string[], other: string[]): number {
  const table = [...one, ''].map((_, row) => [...other, ''].map((_, column) => row || column));
  for (let row = 1; row <= one.length; row += 1) {
    for (let column = 1; column <= other.length; column += 1) {
      table[row]![column] = Math.min(
        table[row - 1]![column]! + 1,
        table[row]![column - 1]! + 1,
        table[row - 1]![column - 1]! + (one[row - 1] === other[column - 1] ? 0 : 1),
      );
    }
  }
  return table[one.length]![other.length]!;
}

const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '😀'), maxLength: 16 });

it('the changes between two texts are counted as a table counts them', () => {
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(changesFrom(one)(other)).toBe(byTable(one.split(''), other.split('')));
    }),
    { numRuns: 1000 },
  );
});

it('what is beyond 32 characters counts as one change', () => {
  const start = 'x'.repeat(32);
  expect(changesFrom(`${start}abc`)(`${start}abc`)).toBe(0);
  expect(changesFrom(`${start}abc`)(`${start}def`)).toBe(1);
  expect(changesFrom(start)(`${start}def`)).toBe(1);
});
