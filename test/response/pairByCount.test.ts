import { toPropertyDefinitions } from '../../nodes/HubspotBatchUpsert/hubspot/propertyDefinitions';
import type { RecordResult } from '../../nodes/HubspotBatchUpsert/hubspot/types';
import type { RecordWrite } from '../../nodes/HubspotBatchUpsert/model/record';
import { Target } from '../../nodes/HubspotBatchUpsert/model/target';
import { pairByCount } from '../../nodes/HubspotBatchUpsert/response/pairByCount';
import { writeOf } from '../support/write';

const contacts = new Target(
  'contacts',
  'email',
  toPropertyDefinitions([
    { name: 'email', type: 'string' },
    { name: 'firstname', type: 'string' },
    { name: 'age', type: 'number' },
  ]),
);
const contact = (id: string, properties = {}) => writeOf(id, properties, { target: contacts });

/** The id of the result that each record got; null where nobody knows. */
function paired(writes: RecordWrite[], results: RecordResult[]) {
  const counted = pairByCount(writes, results);
  return counted && writes.map((write) => counted.pairs.get(write)?.id ?? null);
}

it('one record and one result are a pair, whatever was stored', () => {
  const result = { id: '1', properties: { email: 'primary@x.io', firstname: 'Ann' } };
  expect(paired([contact('other@x.io', { firstname: 'ann' })], [result])).toEqual(['1']);
});

it('values tell which result is whose, where they fit one alone', () => {
  const writes = [contact('a@x.io', { age: '7.0' }), contact('b@x.io', { age: '8' })];
  const results = [
    { id: '2', properties: { age: '8' } },
    { id: '1', properties: { age: '7' } },
  ];
  expect(paired(writes, results)).toEqual(['1', '2']);
});

it('and not where they fit two results, or two records', () => {
  const alike = [contact('a@x.io', { age: '7' }), contact('b@x.io', { age: '7' })];
  const two = [
    { id: '1', properties: { age: '7' } },
    { id: '2', properties: { age: '7' } },
  ];
  expect(paired(alike, two)).toEqual([null, null]);
  const other = [
    { id: '1', properties: { age: '7' } },
    { id: '2', properties: { age: '9' } },
  ];
  expect(paired(alike, other)).toEqual([null, null]);
});

it('a result that shows nothing of what was sent proves nothing', () => {
  const writes = [contact('a@x.io', { age: '7' }), contact('b@x.io', {})];
  const results = [
    { id: '1', properties: { firstname: 'Ann' } },
    { id: '2', properties: {} },
  ];
  expect(paired(writes, results)).toEqual([null, null]);
  expect(pairByCount(writes, results)?.unpaired).toEqual(results);
});

it('counting proves nothing where the numbers differ or a result is another record’s', () => {
  const write = writeOf('A');
  expect(pairByCount([write], [])).toBeUndefined();
  expect(pairByCount([write], [{ id: '1', properties: { sku: 'B' } }])).toBeUndefined();
  expect(paired([write], [{ id: '1', properties: { sku: ' a' } }])).toEqual(['1']);
});
