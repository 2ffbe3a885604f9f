import type { RecordInput } from '../../nodes/HubspotBatchUpsert/model/record';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { groupByRecord } from '../../nodes/HubspotBatchUpsert/prepare/groupByRecord';
import { inputOf } from '../support/write';

/** Places of the items that stand together. */
const placesOf = (...items: Array<Partial<RecordInput>>) => {
  const inputs = items.map((item, index) => inputOf(index, 'A', {}, item));
  return Array.from(groupByRecord(inputs), (group) => group.map(({ index }) => index));
};

it('items for one record stand together, in the order of the records', () => {
  expect(placesOf({ id: 'B' }, { id: 'A' }, { id: 'B' })).toEqual([[0, 2], [1]]);
});

it('records differ by object type and idProperty too', () => {
  const products = new Target('products', 'sku', undefined);
  const byCode = new Target('line_items', 'code', undefined);
  expect(placesOf({}, { target: products }, { target: byCode })).toEqual([[0], [1], [2]]);
});

it('items for one record stand together among those of several object types', () => {
  const products = new Target('products', 'sku', undefined);
  const product = { target: products };
  expect(placesOf({}, product, {}, product, { id: 'B' }, {})).toEqual([[0, 2, 5], [1, 3], [4]]);
});

it('records are told apart by keys that JavaScript objects hold by themselves', () => {
  const ids = ['__proto__', 'constructor', 'toString'];
  expect(placesOf(...ids.map((id) => ({ id })))).toEqual([[0], [1], [2]]);
});

it('no items stand for no records', () => {
  expect(placesOf()).toEqual([]);
});

it('what is searched for is one record in any spelling that the search takes for the same', () => {
  const byDomain = new Target('companies', 'domain', undefined, 'search');
  const ids = ['www.a.example', 'b.example', 'A.example'];
  expect(placesOf(...ids.map((id) => ({ target: byDomain, id })))).toEqual([[0, 2], [1]]);
});

it('what upper case alone makes alike is a record each', () => {
  const byDomain = new Target('companies', 'domain', undefined, 'search');
  const ids = ['strasse.example', 'straße.example'];
  expect(placesOf(...ids.map((id) => ({ target: byDomain, id })))).toEqual([[0], [1]]);
});

it('by a unique key every spelling is a record of its own', () => {
  expect(placesOf({ id: 'a' }, { id: 'A' })).toEqual([[0], [1]]);
});
