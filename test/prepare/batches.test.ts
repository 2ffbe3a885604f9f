import { toRounds } from '../../nodes/HubspotBatchUpsert/prepare/batches';
import { writeOf } from '../support/write';

const many = (count: number, more = {}) =>
  Array.from({ length: count }, (_, index) => writeOf(`id-${index}`, {}, more));

describe('batches', () => {
  it('hold at most the given number of records, in order', () => {
    const [batches = []] = toRounds(many(250), 100);
    expect(batches.map(({ writes }) => writes.length)).toEqual([100, 100, 50]);
    expect(batches.flatMap(({ writes }) => writes.map(({ id }) => id))).toEqual(
      many(250).map(({ id }) => id),
    );
  });

  it('hold records of one object type, one idProperty and one round', () => {
    const rounds = toRounds(
      [
        ...many(3),
        ...many(2, { objectType: 'products' }),
        ...many(2, { idProperty: 'code' }),
        ...many(1, { round: 1 }),
        ...many(1),
      ],
      100,
    );
    const told = rounds.map((batches) =>
      batches.map(({ objectType, idProperty, round, writes }) => [
        objectType,
        idProperty,
        round,
        writes.length,
      ]),
    );
    expect(told).toEqual([
      [
        ['line_items', 'sku', 0, 4],
        ['products', 'sku', 0, 2],
        ['line_items', 'code', 0, 2],
      ],
      [['line_items', 'sku', 1, 1]],
    ]);
  });

  it('are none where there is nothing to write, be it in the first round alone', () => {
    expect(toRounds([], 100)).toEqual([]);
    expect(toRounds(many(1, { round: 1 }), 100)).toMatchObject([[], [{ round: 1 }]]);
  });
});
