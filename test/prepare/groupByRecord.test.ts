import { groupByRecord } from '../../nodes/HubspotBatchUpsert/prepare/groupByRecord';
import type { RecordInput } from '../../nodes/HubspotBatchUpsert/model/record';

/** Places of the items that stand together. */
const placesOf = (...wishes: Array<Partial<RecordInput>>) => {
  const inputs = wishes.map((wish, index) => ({
    index,
    objectType: 'line_items',
    idProperty: 'sku',
    id: 'A',
    properties: {},
    traceId: '',
    ...wish,
  }));
  return groupByRecord(inputs).map((group) => group.map(({ index }) => index));
};

it('items for one record stand together, in the order of the records', () => {
  expect(placesOf({ id: 'B' }, { id: 'A' }, { id: 'B' })).toEqual([[0, 2], [1]]);
});

it('records differ by object type and idProperty too', () => {
  expect(placesOf({}, { objectType: 'products' }, { idProperty: 'code' })).toEqual([[0], [1], [2]]);
});

it('records are told apart by keys that JavaScript objects hold by themselves', () => {
  const ids = ['__proto__', 'constructor', 'toString'];
  expect(placesOf(...ids.map((id) => ({ id })))).toEqual([[0], [1], [2]]);
});

it('no items stand for no records', () => {
  expect(placesOf()).toEqual([]);
});
