import type { AssociationWish } from '../../nodes/HubspotBatchUpsert/model/association';
import type { ReadItems } from '../../nodes/HubspotBatchUpsert/input/items';
import { ownFailure } from '../../nodes/HubspotBatchUpsert/model/outcome';
import {
  associationWishes,
  foundByProperty,
  wishesOfItems,
} from '../../nodes/HubspotBatchUpsert/prepare/associationWishes';

const given = (toId: unknown, more: Partial<AssociationWish> = {}): AssociationWish => ({
  toObjectType: 'deals',
  toIdProperty: 'deal_key',
  toId,
  label: 'Upsell',
  ...more,
});

it.each<[unknown, unknown[]]>([
  ['D-1', ['D-1']],
  [7, [7]],
  [0, [0]],
  [false, [false]],
  [' D-1 ; D-2;;\u200b;', ['D-1', 'D-2']],
  [
    ['D-1', 7],
    ['D-1', 7],
  ],
  [
    ['D-1;D-2', ' D-3 '],
    ['D-1', 'D-2', 'D-3'],
  ],
  [['D-1', undefined, null, ''], ['D-1']],
  [undefined, []],
  [null, []],
  ['', []],
  [' ; ', []],
  [[], []],
  [[undefined, ' '], []],
])('the value %j stands for %j', (toId, values) => {
  expect(associationWishes([given(toId)])).toEqual(values.map((value) => given(value)));
});

it('entries follow one another, each with its own names', () => {
  const contact = { toObjectType: 'contacts', toIdProperty: 'email', label: '' };
  expect(associationWishes([given('D-1'), given('a@b.example', contact), given('D-2')])).toEqual([
    given('D-1'),
    given('a@b.example', contact),
    given('D-2'),
  ]);
  expect(associationWishes([])).toEqual([]);
});

it('without a property the value is a record id', () => {
  expect(associationWishes([given('7', { toIdProperty: '' })])).toEqual([
    given('7', { toIdProperty: 'hs_object_id' }),
  ]);
});

it('an entry without a value may name anything', () => {
  expect(associationWishes([given('', { toObjectType: '', toIdProperty: 'a b' })])).toEqual([]);
});

it.each<[string, AssociationWish, unknown, string]>([
  ['an object type that is none', given('D-1', { toObjectType: 'no type' }), 'no type', 'Associations: "no type" is not the name of an object type'], // prettier-ignore
  ['no object type', given('D-1', { toObjectType: '' }), '', 'Associations: '],
  ['a property that is none', given('D-1', { toIdProperty: 'a b' }), 'a b', '"a b" is not the internal name'], // prettier-ignore
  ['a value with parts', given({ a: 1 }), { a: 1 }, 'Associations, deals: '],
  ['a list with such a value', given(['D-1', { a: 1 }]), ['D-1', { a: 1 }], 'has parts of its own'],
])('%s cannot be used, and none of the others is had', (_, wish, value, message) => {
  expect(associationWishes([given('D-0'), wish])).toMatchObject({
    kind: 'failure',
    category: 'INVALID_VALUE',
    property: null,
    value,
    message: expect.stringContaining(message) as string,
    stage: 'validate',
    attempted: false,
  });
  const failure = associationWishes([wish]);
  expect(failure).toMatchObject({
    message: expect.stringMatching(
      /\. If the item is to have no such association, leave Other ID Value empty for it$/,
    ) as string,
  });
});

describe('of all items', () => {
  const items = (associationsAt?: ReadItems['associationsAt']) => ({
    count: 4,
    targets: [],
    varies: false,
    mapsAutomatically: true,
    at: () => {
      throw new Error('Nobody asks for an item');
    },
    ...(associationsAt && { associationsAt }),
  });

  it('each has its own, or why it cannot be had', () => {
    const wishes = wishesOfItems(
      items((index) => {
        if (index === 0) return [given('D-1;D-2')];
        if (index === 1) return [];
        if (index === 2) return { index, parameter: 'associations', reason: 'x is not defined' };
        throw new Error('a field that throws');
      }),
    );
    expect(wishes).toMatchObject([
      [{ toId: 'D-1' }, { toId: 'D-2' }],
      [],
      {
        kind: 'failure',
        property: 'associations',
        message:
          'The expression of the parameter Associations (associations) could not be evaluated for this item: x is not defined',
      },
      { kind: 'failure', message: 'The item could not be read: a field that throws' },
    ]);
  });

  it('there are none where no item can ask for any', () => {
    expect(wishesOfItems(items())).toEqual([]);
  });

  it('the object types that are found by a property are named once', () => {
    const byId = given('7', { toObjectType: 'quotes', toIdProperty: 'hs_object_id' });
    const contact = given('a@b.example', { toObjectType: 'contacts', toIdProperty: 'email' });
    const failure = ownFailure('INVALID_VALUE', 'no');
    expect(foundByProperty([[given('D-1'), byId], failure, [], [contact, given('D-2')]])).toEqual([
      { objectType: 'deals' },
      { objectType: 'contacts' },
    ]);
  });
});
