import type { AssociationWish } from '../../nodes/HubspotBatchUpsert/model/association';
import { associationWishes } from '../../nodes/HubspotBatchUpsert/prepare/associationWishes';

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
