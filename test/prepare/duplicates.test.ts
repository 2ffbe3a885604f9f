import { resolveDuplicates } from '../../nodes/HubspotBatchUpsert/prepare/duplicates';
import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { typeOf } from '../support/pairs';
import { inputOf as inputWithoutDefinitions } from '../support/write';

const definitions = toPropertyDefinitions([
  { name: 'tags', type: 'enumeration', fieldType: 'checkbox' },
  { name: 'note', type: 'string' },
]);
const target = new Target('line_items', 'sku', definitions);
const inputOf = (index: number, id: string, properties: object) =>
  inputWithoutDefinitions(index, id, properties, { target });

const once = [inputOf(1, 'B', { name: 'other' })] as const;
const twice = [
  inputOf(0, 'A', { name: 'old', price: '1' }),
  inputOf(2, 'A', { name: 'new', quantity: '2' }),
] as const;

describe('items for the same record', () => {
  it.each([
    ['merge', { name: 'new', price: '1', quantity: '2' }],
    ['keepLast', { name: 'new', quantity: '2' }],
    ['keepFirst', { name: 'old', price: '1' }],
  ] as const)('with %s become one write', (policy, properties) => {
    expect(resolveDuplicates(twice, policy)).toEqual([
      expect.objectContaining({ id: 'A', indexes: [0, 2], properties, round: 0 }),
    ]);
  });

  it.each([
    ['what is added to what is there already', ';a', ';b', ';a;b'],
    ['what is added to what is set', 'a', ';b', 'a;b'],
    ['what is added to what is cleared', '', ';b', 'b'],
    ['what is set after what is added', ';a', 'b', 'b'],
    ['what is added twice, once', 'a;b', ';b;c', 'a;b;c'],
  ])('merge options as HubSpot would one after the other: %s', (_, earlier, later, expected) => {
    const inputs = [inputOf(0, 'A', { tags: earlier }), inputOf(1, 'A', { tags: later })] as const;
    expect(resolveDuplicates(inputs, 'merge')).toMatchObject([{ properties: { tags: expected } }]);
  });

  it('merge a text that begins like added options as the text that it is', () => {
    const inputs = [inputOf(0, 'A', { note: 'a' }), inputOf(1, 'A', { note: ';-)' })] as const;
    expect(resolveDuplicates(inputs, 'merge')).toMatchObject([{ properties: { note: ';-)' } }]);
  });

  it('merge by the last value where the definitions could not be read', () => {
    const inputs = [
      inputWithoutDefinitions(0, 'A', { tags: 'a' }),
      inputWithoutDefinitions(1, 'A', { tags: ';b' }),
    ] as const;
    expect(resolveDuplicates(inputs, 'merge')).toMatchObject([{ properties: { tags: ';b' } }]);
  });

  it('merge properties that JavaScript objects hold by themselves', () => {
    const named = (value: string) => Object.fromEntries([['__proto__', value]]);
    const inputs = [inputOf(0, 'A', named('old')), inputOf(1, 'A', named('new'))] as const;
    const writes = resolveDuplicates(inputs, 'merge');
    expect(writes).toHaveLength(1);
    expect(JSON.stringify(writes)).toContain('{"__proto__":"new"}');
  });

  it('are each written in a round of their own in sequence', () => {
    expect(resolveDuplicates(twice, 'sequence')).toMatchObject([
      { id: 'A', indexes: [0], round: 0 },
      { id: 'A', indexes: [2], round: 1 },
    ]);
  });

  it('are rejected where duplicates are to be rejected', () => {
    expect(resolveDuplicates(twice, 'reject')).toMatchObject({
      category: 'DUPLICATE_ID',
      property: 'sku',
      value: 'A',
      attempted: false,
      retryable: false,
      message:
        '2 items stand for the record with sku "A": keep only one of them, or choose another value of the option Duplicates',
    });
  });
});

it.each(['merge', 'keepLast', 'keepFirst', 'sequence', 'reject'] as const)(
  'with %s a single item is written as it is',
  (policy) => {
    expect(resolveDuplicates(once, policy)).toMatchObject([
      { id: 'B', indexes: [1], properties: { name: 'other' } },
    ]);
  },
);

describe('associations of items for the same record', () => {
  const deal = (toId: string) => [{ toObjectType: 'deals', toId, label: '' }];
  const asking = [
    { ...inputOf(0, 'A', { name: 'old' }), associations: deal('7') },
    inputOf(1, 'A', { name: 'old' }),
    { ...inputOf(2, 'A', { name: 'old' }), associations: deal('9') },
  ] as const;
  const [first, none, last] = asking;

  it.each([
    ['merge', [0, 2], []],
    ['keepFirst', [0], [2]],
    ['keepLast', [2], [0]],
  ] as const)('with %s are those of %j, and replaced for %j', (policy, kept, replaced) => {
    const [write] = resolveDuplicates(asking, policy) as RecordWrite[];
    expect(write!.associations).toEqual(
      kept.map((index) => ({ index, associations: asking[index].associations })),
    );
    expect([...(write!.superseded ?? [])]).toEqual(
      replaced.map((index) => [index, ['associations']]),
    );
  });

  it('in sequence are each item’s own', () => {
    const writes = resolveDuplicates(asking, 'sequence') as RecordWrite[];
    expect(writes.map(({ associations }) => associations)).toEqual([
      [{ index: 0, associations: deal('7') }],
      undefined,
      [{ index: 2, associations: deal('9') }],
    ]);
    expect(writes.every(({ superseded }) => superseded === undefined)).toBe(true);
  });

  it('are none where the one that is kept has none', () => {
    const [write] = resolveDuplicates([first, none], 'keepLast') as RecordWrite[];
    expect(write).not.toHaveProperty('associations');
    expect([...(write!.superseded ?? [])]).toEqual([[0, ['associations']]]);
  });

  it.each(['keepFirst', 'keepLast'] as const)(
    'with %s are also another item’s, where the one that is kept asks for all of them',
    (policy) => {
      const both = [...deal('7'), ...deal('8')];
      const group = [
        { ...first, associations: both },
        { ...none, associations: deal('8') },
        { ...last, associations: both },
      ] as const;
      const [write] = resolveDuplicates(group, policy) as RecordWrite[];
      expect(write!.associations).toEqual(
        group.map(({ index, associations }) => ({ index, associations })),
      );
      expect(write!.superseded).toBeUndefined();
    },
  );

  it.each([
    ['another label', { label: 'Main', type: typeOf(37) }],
    ['another object type', { toObjectType: 'quotes' }],
  ])('are replaced where the one that is kept asks for %s', (_, other) => {
    const asks = { ...last, associations: [{ ...deal('7')[0]!, ...other }] };
    const [write] = resolveDuplicates([first, asks], 'keepLast') as RecordWrite[];
    expect([...(write!.superseded ?? [])]).toEqual([[0, ['associations']]]);
  });

  it('are not replaced where the one that is kept names the type otherwise', () => {
    const [named, numbered] = ['Main', 'USER_DEFINED:37'].map((label, index) => ({
      ...inputOf(index, 'A', {}),
      associations: [{ ...deal('7')[0]!, label, type: typeOf(37) }],
    }));
    const [write] = resolveDuplicates([named!, numbered!], 'keepLast') as RecordWrite[];
    expect(write!.superseded).toBeUndefined();
    expect(write!.associations).toHaveLength(2);
  });

  it('were missing in an earlier run where one that is kept says so', () => {
    const again = { ...last, isWrittenBefore: true } as const;
    const [write] = resolveDuplicates([first, again], 'keepLast') as RecordWrite[];
    expect(write!.isWrittenBefore).toBe(true);
    const [other] = resolveDuplicates([first, again], 'keepFirst') as RecordWrite[];
    expect(other).not.toHaveProperty('isWrittenBefore');
  });

  it('stand beside the properties that are replaced', () => {
    const renamed = { ...last, properties: { name: 'new' } };
    const [write] = resolveDuplicates([first, renamed], 'keepLast') as RecordWrite[];
    expect([...(write!.superseded ?? [])]).toEqual([[0, ['name', 'associations']]]);
  });
});
