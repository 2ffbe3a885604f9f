import {
  expectedOf,
  type CellsByProperty,
  type Circumstances,
  type DuplicatePolicy,
} from '../../sandbox/demo/expectation';
import { defineProperty, propertyOptions } from '../../sandbox/hubspot/properties/definition';

const definitions = new Map(
  [
    defineProperty({ name: 'key', hasUniqueValue: true }),
    defineProperty({ name: 'name' }),
    defineProperty({ name: 'price', type: 'number' }),
    defineProperty({ name: 'day', type: 'date' }),
    defineProperty({
      name: 'labels',
      type: 'enumeration',
      fieldType: 'checkbox',
      options: propertyOptions(['bulky', 'fragile', 'gift']),
    }),
  ].map((definition) => [definition.name, definition]),
);

const circumstances: Circumstances = {
  ...{ idProperty: 'key', definitions, duplicates: 'merge', invalidValues: 'reject' },
  rules: {
    ...{ numberFormat: 'automatic', dateOrder: 'refuse' },
    ...{ dateNumbers: 'milliseconds', timeZone: '' },
  },
  hubspotRefuses: () => false,
  ...{ operation: 'upsert', skipUnchanged: false, earlier: new Map() },
};

const items: CellsByProperty[] = [
  { key: 'a', name: 'one', price: '1.50' },
  { key: ' a ', name: 'two', price: '' },
  { key: 'b', name: 'b', price: '2', stranger: 'ignored' },
  { key: '', name: 'no key' },
  { key: 'c', price: 'a dozen' },
  { key: 'd', day: '2025-02-30' },
  { key: 'a', day: '2025-02-28T10:00:00Z' },
];

const expected = (
  duplicates: DuplicatePolicy,
  rows = items,
  others: Partial<Circumstances> = {},
) => {
  const given = { ...circumstances, duplicates, ...others };
  const { records, refused } = expectedOf(rows, given);
  const plain = [...records].map(([id, values]) => [id, Object.fromEntries(values)] as const);
  return { records: Object.fromEntries(plain), refused: [...refused] };
};

const b = { key: 'b', name: 'b', price: '2' };

describe('what the account should hold', () => {
  it.each(['merge', 'sequence'] as const)(
    'under %s: all good rows, one after the other',
    (policy) => {
      expect(expected(policy)).toEqual({
        records: { a: { key: 'a', name: 'two', price: '1.5', day: '2025-02-28' }, b },
        refused: [3, 4, 5],
      });
    },
  );

  it('under keepFirst: the first good row of a key', () => {
    expect(expected('keepFirst')).toEqual({
      records: { a: { key: 'a', name: 'one', price: '1.5' }, b },
      refused: [3, 4, 5],
    });
  });

  it('under keepLast: the last good row of a key', () => {
    expect(expected('keepLast')).toEqual({
      records: { a: { key: 'a', day: '2025-02-28' }, b },
      refused: [3, 4, 5],
    });
  });

  it('under reject: no row of a key that stands twice', () => {
    expect(expected('reject')).toEqual({ records: { b }, refused: [0, 1, 3, 4, 5, 6] });
  });

  it.each<[string[], string]>([
    [[';gift', ';bulky'], 'bulky;gift'],
    [['fragile', ';gift', ';gift'], 'fragile;gift'],
    [[';gift', 'bulky'], 'bulky'],
    [[';gift', ''], 'gift'],
  ])('of options %j, one after the other, is %s', (cells, labels) => {
    const rows = cells.map((cell) => ({ key: 'a', labels: cell }));
    expect(expected('merge', rows).records).toEqual({ a: { key: 'a', labels } });
  });

  it.each<[DuplicatePolicy, number[], string | undefined]>([
    ['merge', [], 'third'],
    ['sequence', [1], 'third'],
    ['keepFirst', [], 'first'],
    ['keepLast', [], 'third'],
  ])('under %s lacks rows %j where HubSpot refuses the second', (policy, refused, name) => {
    const rows = ['first', 'second', 'third'].map((text) => ({ key: 'a', name: text }));
    const { records, refused: left } = expected(policy, rows, { hubspotRefuses: refusesSecond });
    expect([left, records.a?.name]).toEqual([refused, name]);
  });

  it('lacks all rows of a write that HubSpot refuses', () => {
    const rows: CellsByProperty[] = [
      { key: 'a', price: '1' },
      { key: 'a', name: 'second' },
    ];
    expect(expected('merge', rows, { hubspotRefuses: refusesSecond })).toEqual({
      ...{ records: {}, refused: [0, 1] },
    });
  });

  it('lacks only the values that are refused, where these are left out', () => {
    const rows: CellsByProperty[] = [
      { key: 'a', name: 'second', price: 'a dozen', day: '2025-02-28' },
      { key: '', name: 'no key' },
    ];
    const others = { invalidValues: 'leaveOut', hubspotRefuses: refusesSecond } as const;
    expect(expected('merge', rows, others)).toEqual({
      ...{ records: { a: { key: 'a', day: '2025-02-28' } }, refused: [1] },
    });
  });

  it('lacks a number that may be grouped, where another one of the property shows a comma', () => {
    const rows = ['1.500', '1431,5', '2.5'].map((price, row) => ({ key: `k${row}`, price }));
    expect(expected('merge', rows).refused).toEqual([0]);
    expect(expected('merge', rows.slice(2)).refused).toEqual([]);
    const comma = { rules: { ...circumstances.rules, numberFormat: 'comma' } } as const;
    expect(expected('merge', rows.slice(0, 2), comma).records.k0).toEqual({
      ...{ key: 'k0', price: '1500' },
    });
  });
});

describe('the deals that records should be linked with', () => {
  const rows = [
    { key: 'a', order: 'D-1' },
    { key: 'a', order: ' D-2;D-3 ; D-2;' },
    { key: 'b', order: 'D-4;D-1' },
    { key: 'c', order: '' },
    { key: 'd', order: 'x'.repeat(65_537) },
    { key: '', order: 'D-1' },
  ];
  const deals = {
    ...{ field: 'order', property: 'order', made: 3, missing: 'D-4' },
    ...{ definitions: new Map([['deal_key', defineProperty({ name: 'deal_key' })]]) },
    rules: circumstances.rules,
  };
  const linked = (duplicates: DuplicatePolicy) => {
    const { links, refused } = expectedOf(rows, { ...circumstances, duplicates, deals });
    return { links: Object.fromEntries(links), refused: [...refused] };
  };

  it('are those of all its rows; a row whose deal is missing is not written', () => {
    const links = { 0: ['D-1'], 1: ['D-2', 'D-3'] };
    for (const policy of ['merge', 'sequence'] as const) {
      expect(linked(policy)).toEqual({ links, refused: [2, 4, 5] });
    }
  });

  it.each<[DuplicatePolicy, Record<number, string[]>, number[]]>([
    ['keepFirst', { 0: ['D-1'] }, [2, 4, 5]],
    ['keepLast', { 1: ['D-2', 'D-3'] }, [2, 4, 5]],
    ['reject', {}, [0, 1, 2, 4, 5]],
  ])('are those of the row that counts under %s', (policy, links, refused) => {
    expect(linked(policy)).toEqual({ links, refused });
  });
});

const refusesSecond = (property: string, value: string) =>
  property === 'name' && value === 'second';

it('ids are what HubSpot makes of them, and those that it could not hold are refused', () => {
  const numbers = new Map([
    ['key', defineProperty({ name: 'key', type: 'number', hasUniqueValue: true })],
  ]);
  const rows = ['007', '\u200b7 ', '7.0', 'x1', '\u200b'].map((key) => ({ key }));
  const { records, refused } = expectedOf(rows, { ...circumstances, definitions: numbers });
  expect([...records.keys()]).toEqual(['7']);
  expect([...refused]).toEqual([3, 4]);
});

describe('what becomes of a row whose record is there already, or is not', () => {
  const earlier = new Map([
    [
      'a',
      new Map([
        ['key', 'a'],
        ['name', 'one'],
        ['price', '1.5'],
      ]),
    ],
  ]);
  const rows: CellsByProperty[] = [
    { key: 'a', name: 'one', price: '1.50' },
    { key: 'b', name: 'b' },
    { key: 'a', name: 'two' },
  ];
  const outcomesOf = (others: Partial<Circumstances>) => {
    const given: Circumstances = { ...circumstances, earlier, duplicates: 'sequence', ...others };
    const { outcomes } = expectedOf(rows, given);
    return rows.map((_, index) => outcomes.get(index));
  };

  it.each<[Partial<Circumstances>, string[]]>([
    [{}, ['updated', 'created', 'updated']],
    [{ skipUnchanged: true }, ['unchanged', 'created', 'updated']],
    [{ operation: 'create' }, ['skipped', 'created', 'skipped']],
    [{ operation: 'update' }, ['updated', 'skipped', 'updated']],
    [{ operation: 'update', skipUnchanged: true }, ['unchanged', 'skipped', 'updated']],
  ])('%j', (others, outcomes) => {
    expect(outcomesOf(others)).toEqual(outcomes);
  });

  it('what is skipped stays as it was', () => {
    const given = { ...circumstances, earlier, operation: 'create' } as const;
    const { records, refused } = expectedOf(rows, given);
    expect(Object.fromEntries(records.get('a') ?? [])).toMatchObject({ name: 'one' });
    expect([...records.keys()]).toEqual(['a', 'b']);
    expect(refused.size).toBe(0);
  });
});
