import { toRounds } from '../../nodes/HubspotBatchUpsert/prepare/batches';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { LINE_ITEMS, writeOf } from '../support/write';

const many = (count: number, more: Partial<RecordWrite> = {}) =>
  Array.from({ length: count }, (_, index) => writeOf(`id-${index}`, {}, more));

describe('batches', () => {
  it('hold at most the given number of records, in order', () => {
    const [batches = []] = toRounds(many(250), 100);
    expect(batches.map(({ members }) => members.length)).toEqual([100, 100, 50]);
    expect(batches.flatMap(({ members }) => members.map(({ id }) => id))).toEqual(
      many(250).map(({ id }) => id),
    );
  });

  it('hold records of one object type, one idProperty and one round', () => {
    const products = new Target('products', 'sku', undefined);
    const byCode = new Target('line_items', 'code', undefined);
    const rounds = toRounds(
      [
        ...many(3),
        ...many(2, { target: products }),
        ...many(2, { target: byCode }),
        ...many(1, { round: 1 }),
        ...many(1),
      ],
      100,
    );
    const held = rounds.map((batches) =>
      batches.map(({ target, members }) => ({ target, rounds: members.map(({ round }) => round) })),
    );
    expect(held).toEqual([
      [
        { target: LINE_ITEMS, rounds: [0, 0, 0, 0] },
        { target: products, rounds: [0, 0] },
        { target: byCode, rounds: [0, 0] },
      ],
      [{ target: LINE_ITEMS, rounds: [1] }],
    ]);
    for (const { target, members } of rounds.flat()) {
      expect(members.filter((write) => write.target !== target)).toEqual([]);
    }
  });

  it('are none where there is nothing to write, be it in the first round alone', () => {
    expect(toRounds([], 100)).toEqual([]);
    expect(toRounds(many(1, { round: 1 }), 100)).toMatchObject([[], [{ members: [{ round: 1 }] }]]);
  });
});
