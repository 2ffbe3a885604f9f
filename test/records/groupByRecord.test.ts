import type { RawItem } from '../../nodes/HubspotBatchUpsert/input/readItems';
import { groupByRecord } from '../../nodes/HubspotBatchUpsert/records/groupByRecord';

const items = (...wishes: Array<Partial<RawItem>>): RawItem[] =>
  wishes.map((wish, index) => ({
    index,
    objectType: 'line_items',
    idProperty: 'sku',
    id: 'A',
    values: {},
    traceId: '',
    ...wish,
  }));

const placesOf = (raw: RawItem[]) =>
  groupByRecord(raw, new Map()).groups.map((group) => group.items.map(({ index }) => index));

it('items for one record stand together, in the order of the records', () => {
  expect(placesOf(items({ id: 'B' }, { id: 'A' }, { id: ' B ' }))).toEqual([[0, 2], [1]]);
});

it('records differ by object type and idProperty too', () => {
  expect(placesOf(items({}, { objectType: 'products' }, { idProperty: 'code' }))).toEqual([
    [0],
    [1],
    [2],
  ]);
});

it('records are told apart by keys that JavaScript objects hold by themselves', () => {
  const ids = ['__proto__', 'constructor', 'toString'];
  expect(placesOf(items(...ids.map((id) => ({ id }))))).toEqual([[0], [1], [2]]);
});

it('an item without an id stands for no record', () => {
  const { groups, unidentified } = groupByRecord(items({ id: '' }), new Map());
  expect(groups).toEqual([]);
  expect(unidentified).toMatchObject([
    {
      index: 0,
      identity: { objectType: 'line_items', idProperty: 'sku' },
      failure: { category: 'MISSING_ID' },
    },
  ]);
});
