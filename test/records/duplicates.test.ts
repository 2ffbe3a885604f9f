import { resolveDuplicates } from '../../nodes/HubspotBatchUpsert/records/duplicates';
import { inputOf } from './write';

const inputs = [
  inputOf(0, 'A', { name: 'old', price: '1' }),
  inputOf(1, 'B', { name: 'other' }),
  inputOf(2, 'A', { name: 'new', quantity: '2' }),
];

describe('items for the same record', () => {
  it('become one write whose later values win', () => {
    const { writes, rejected } = resolveDuplicates(inputs, 'merge');
    expect(rejected).toEqual([]);
    expect(writes.map(({ id, indexes, properties }) => [id, indexes, { ...properties }])).toEqual([
      ['A', [0, 2], { name: 'new', price: '1', quantity: '2' }],
      ['B', [1], { name: 'other' }],
    ]);
  });

  it.each([
    ['keepLast', { name: 'new', quantity: '2' }],
    ['keepFirst', { name: 'old', price: '1' }],
  ] as const)('with %s become one write with the values of one item', (policy, properties) => {
    const [first] = resolveDuplicates(inputs, policy).writes;
    expect(first).toMatchObject({ id: 'A', indexes: [0, 2], properties });
  });

  it('are each written in a round of their own in sequence', () => {
    const { writes } = resolveDuplicates(inputs, 'sequence');
    expect(writes.map(({ id, indexes, round }) => [id, indexes, round])).toEqual([
      ['A', [0], 0],
      ['A', [2], 1],
      ['B', [1], 0],
    ]);
  });

  it('are all rejected where duplicates are to be rejected, and nothing else is', () => {
    const { writes, rejected } = resolveDuplicates(inputs, 'reject');
    expect(writes.map(({ id }) => id)).toEqual(['B']);
    expect(rejected.map(({ input }) => input.index)).toEqual([0, 2]);
    expect(rejected[0]?.failure).toMatchObject({
      category: 'DUPLICATE_ID',
      property: 'sku',
      value: 'A',
      attempted: false,
      retryable: false,
      message: expect.stringContaining('2 items stand for the record with sku "A"') as string,
    });
  });

  it('are other records where object type or idProperty differ', () => {
    const { writes } = resolveDuplicates(
      [
        inputOf(0, 'A'),
        inputOf(1, 'A', {}, { objectType: 'products' }),
        inputOf(2, 'A', {}, { idProperty: 'code' }),
      ],
      'merge',
    );
    expect(writes).toHaveLength(3);
  });

  it('are told apart by keys that JavaScript objects hold by themselves', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const { writes } = resolveDuplicates(
      names.map((id, index) => inputOf(index, id)),
      'merge',
    );
    expect(writes.map(({ id }) => id)).toEqual(names);
  });
});
