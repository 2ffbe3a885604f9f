import { toBatches } from '../../nodes/HubspotBatchUpsert/records/batches';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/records/recordInput';
import { writeOf } from './write';

const many = (count: number, more = {}) =>
  Array.from({ length: count }, (_, index) => writeOf(`id-${index}`, {}, more));

const batchesOf = (writes: RecordWrite[], batchSize: number, round = 0) => {
  const later: RecordWrite[][] = [];
  const batches = [...toBatches(writes, batchSize, round, later)];
  return { batches, later: later.flat() };
};

describe('batches', () => {
  it('hold at most the given number of records, in order', () => {
    const { batches } = batchesOf(many(250), 100);
    expect(batches.map(({ writes }) => writes.length)).toEqual([100, 100, 50]);
    expect(batches.flatMap(({ writes }) => writes.map(({ id }) => id))).toEqual(
      many(250).map(({ id }) => id),
    );
  });

  it('hold records of one object type, one idProperty and one round', () => {
    const { batches, later } = batchesOf(
      [
        ...many(3),
        ...many(2, { objectType: 'products' }),
        ...many(2, { idProperty: 'code' }),
        ...many(1, { round: 1 }),
        ...many(1),
      ],
      100,
    );
    expect(
      batches.map(({ objectType, idProperty, round, writes }) => [
        objectType,
        idProperty,
        round,
        writes.length,
      ]),
    ).toEqual([
      ['line_items', 'sku', 0, 4],
      ['products', 'sku', 0, 2],
      ['line_items', 'code', 0, 2],
    ]);
    expect(later.map(({ round }) => round)).toEqual([1]);
    expect(batchesOf(later, 100, 1).batches).toMatchObject([{ round: 1 }]);
  });

  it('are none where there is nothing to write', () => {
    expect(batchesOf([], 100).batches).toEqual([]);
  });

  it('are there as soon as they are full, before the rest is known', () => {
    const asked: string[] = [];
    function* slowly() {
      for (const write of many(250)) {
        asked.push(write.id);
        yield write;
      }
    }
    const first = toBatches(slowly(), 100, 0, []).next();
    expect(first).toMatchObject({ done: false });
    expect(asked).toHaveLength(100);
  });
});
