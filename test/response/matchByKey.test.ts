import {
  matchByKey,
  storedKey,
  storedText,
} from '../../nodes/HubspotBatchUpsert/response/matchByKey';
import { writeOf } from '../support/write';

const resultOf = (sku: unknown) => ({ id: `1${String(sku)}`, properties: { sku } });

/** Which key each record was found under. */
function found(keys: unknown[], ids: string[], batch = ids): Record<string, unknown> {
  const all = batch.map((id) => writeOf(id));
  const waiting = all.filter(({ id }) => ids.includes(id));
  const matched = matchByKey(keys.map(resultOf), waiting, all);
  return Object.fromEntries([...matched].map(([{ id }, { properties }]) => [id, properties?.sku]));
}

describe('a record is found', () => {
  it.each<[string, unknown[], string[], Record<string, unknown>]>([
    ['by its key, whatever the order', ['B', 'A'], ['A', 'B'], { A: 'A', B: 'B' }],
    ['by its key in another case', ['a'], ['A', 'B'], { A: 'a' }],
    ['by its key between spaces', [' A '], ['A'], { A: ' A ' }],
    ['by a key that HubSpot sends as a number', [17], ['17'], { 17: 17 }],
    ['by the first of several results', ['A', 'a'], ['A'], { A: 'A' }],
    ['to the letter where two differ by case', ['a', 'A'], ['A', 'a'], { A: 'A', a: 'a' }],
    ['and not where one result may mean either', ['A'], ['A', 'a'], {}],
    ['and not where one result comes twice', ['A', 'A'], ['A', 'a'], {}],
    ['and not by another key', ['C'], ['A', 'B'], {}],
    ['and not by a result without key', [null], ['A'], {}],
  ])('%s', (_, keys, ids, expected) => {
    expect(found(keys, ids)).toEqual(expected);
  });

  it('among those that wait, though others of the batch have a key alike', () => {
    expect(found(['a'], ['a'], ['A', 'a', 'B'])).toEqual({ a: 'a' });
    expect(found(['A'], ['a'], ['A', 'a', 'B'])).toEqual({});
  });

  it('under the key that it has after the write', () => {
    const renamed = writeOf('old', { sku: 'new' });
    expect(matchByKey([resultOf('new')], [renamed], [renamed]).size).toBe(1);
    expect(matchByKey([resultOf('old')], [renamed], [renamed]).size).toBe(0);
  });

  it('in no empty batch', () => {
    expect(matchByKey([resultOf('A')], [], []).size).toBe(0);
    expect(storedKey(resultOf('A'), [])).toBe('');
  });
});

it.each<[unknown, string]>([
  ['A', 'A'],
  [5, '5'],
  [false, 'false'],
  [null, ''],
  [{ a: 1 }, ''],
])('HubSpot’s value %j is the text %j', (value, text) => {
  expect(storedText({ properties: { sku: value } }, 'sku')).toBe(text);
});

it.each([
  ['no properties', {}],
  ['other properties', { properties: { name: 'a' } }],
])('a result with %s has an empty text', (_, result) => {
  expect(storedText(result, 'sku')).toBe('');
  expect(storedText(result, 'constructor')).toBe('');
});
